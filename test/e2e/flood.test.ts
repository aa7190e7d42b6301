/** Floods under the normal limits: the flooder is stopped by the channel or the router, and the others miss nothing. */
import { request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rival, start } from "../bench/support/rivals";
import type { Workerd } from "../bench/support/workerd";
import { newcomer } from "./support/client";
import { socketFrom, Talk } from "./support/talk";

const BEFORE = 3_000; // ms of talk without a flood
const NEW_IDENTITIES = 20; // of one address, and
const OWN_UPGRADES = 60; // of one identity; these tests take less than the minute

/** Stands in for a rate limit binding, which bare workerd has not. */
const rateLimit = (most: number) => `const counts = new Map();
export default () => ({
  async limit({ key }) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return { success: counts.get(key) <= ${most} };
  },
});`;

// On bare workerd, because wrangler's own proxy would be what a flood fills
let server: Workerd;
let url: string;
beforeAll(async () => {
  const edgewise = await rival("edgewise");
  const limits = { NEW_IDENTITIES: rateLimit(NEW_IDENTITIES), OWN_UPGRADES: rateLimit(OWN_UPGRADES) };
  const standIns = { ...edgewise.program.standIns, ...limits };
  server = await start({ ...edgewise, program: { ...edgewise.program, standIns } }, 1);
  url = `http://127.0.0.1:${server.port}`;
});
afterAll(() => server?.[Symbol.asyncDispose]());

interface Flood {
  /** Ends it, and returns what it was. */
  stop(): string;
  /** Settles when the flood has had its effect: it goes on at least so long. */
  effect?: Promise<unknown>;
}

/** People talk for so many ms, or longer, while a flood goes on; returns how many other messages they got. */
async function withstands(channel: string, ms: number, start: () => Flood): Promise<number> {
  using talk = await Talk.start(url, channel);
  const before = await talk.goesOn(BEFORE);
  const flood = start();
  const [during, page] = await Promise.all([talk.goesOn(ms), fetch(`${url}/${channel}`), flood.effect]);
  console.log(`${flood.stop()}. A message took ${before} before; ${during} during it.`);
  for (const heard of talk.heard) expect(heard).toEqual(talk.said);
  expect(page.status).toBe(200);
  await page.arrayBuffer();
  return talk.others;
}

it("W15 W19 a client that sends as fast as the connection allows is rejected, then closed with 1008", async () => {
  const closed = Promise.withResolvers<number>();
  const started = performance.now();
  const stored = await withstands("flood/one", 5_000, () => {
    let spam = 0;
    const eve = socketFrom("203.0.113.1", url, "flood/one");
    eve.addEventListener("close", ({ code }) => closed.resolve(code));
    const timer = setInterval(() => {
      for (let i = 0; i < 200 && eve.readyState === WebSocket.OPEN; i++) eve.send(chat(`spam ${spam++}`));
    }, 1);
    return {
      effect: closed.promise,
      stop: () => {
        clearInterval(timer);
        return `${spam} frames as fast as they go`;
      },
    };
  });
  expect(await closed.promise).toBe(1008);
  expect(stored).toBeLessThanOrEqual(10 + 2 * Math.ceil((performance.now() - started) / 1000));
});

it("W19 of one user's 1,000 frames a second for 10 s, with a reconnect after each close, only what the limit allows is stored", async () => {
  const cookie = await newcomer(url);
  const started = performance.now();
  let isGoing = true;
  const stored = await withstands("flood/again", 10_000, () => {
    const seen = { sent: 0, closed: 0, refused: 0 };
    let eve: WebSocket;
    const connect = () => {
      let isIn = false;
      eve = socketFrom("203.0.113.2", url, "flood/again", cookie);
      eve.addEventListener("open", () => (isIn = true));
      eve.addEventListener("close", () => {
        seen[isIn ? "closed" : "refused"]++;
        if (isGoing) setTimeout(connect, isIn ? 0 : 200);
      });
    };
    connect();
    const timer = setInterval(() => {
      for (let i = 0; i < 10 && eve.readyState === WebSocket.OPEN; i++) eve.send(chat(`spam ${seen.sent++}`));
    }, 10);
    return {
      stop: () => {
        isGoing = false;
        clearInterval(timer);
        eve.close();
        return `${seen.sent} frames; closed ${seen.closed} times, refused at the door ${seen.refused} times`;
      },
    };
  });
  expect(stored).toBeLessThanOrEqual(10 + 2 * Math.ceil((performance.now() - started) / 1000)); // the burst, and the rate
});

it(`W1 W30 200 upgrades a second of strangers from one address: ${NEW_IDENTITIES} get in, the others are told when to come back`, async () => {
  const answers: Promise<Answer>[] = [];
  await withstands("flood/door", 5_000, () => {
    const timer = setInterval(() => {
      for (let i = 0; i < 20; i++) answers.push(upgrade("flood/door", "2001:db8::bad"));
    }, 100);
    return {
      stop: () => {
        clearInterval(timer);
        return `${answers.length} upgrades`;
      },
    };
  });
  const all = await Promise.all(answers);
  expect(all.filter(({ status }) => status === 101)).toHaveLength(NEW_IDENTITIES);
  const refused = all.filter(({ status }) => status !== 101);
  expect(refused).toEqual(refused.map(() => ({ status: 429, retryAfter: "60" })));
  expect((await upgrade("flood/door", "2001:db8::beef")).status, "its /64 is one customer's").toBe(429);
  expect((await upgrade("flood/door", "2001:db8:0:1::beef")).status, "another address gets in").toBe(101);
});

interface Answer {
  status: number;
  retryAfter: string | undefined;
}

/** An upgrade as bare as it can be; the connection ends with the answer. */
function upgrade(channel: string, address: string): Promise<Answer> {
  const headers = {
    Upgrade: "websocket",
    Connection: "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "ZWRnZXdpc2UgZmxvb2QhIQ==",
    "CF-Connecting-IP": address,
  };
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/_ws/${channel}`, { headers });
    asking.on("upgrade", ({ statusCode }, socket) => {
      socket.destroy();
      resolve({ status: statusCode!, retryAfter: undefined });
    });
    asking.on("response", (response) => {
      response.resume();
      resolve({ status: response.statusCode!, retryAfter: response.headers["retry-after"] });
    });
    asking.on("error", reject);
    asking.end();
  });
}

function chat(text: string): string {
  return JSON.stringify({ t: "chat", d: { cid: text, text } });
}
