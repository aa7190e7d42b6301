/** Web Push: who is told of what while the page is closed (W36). The cryptography is in push-encryption.test.ts. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bindings, fetchPath, join, newUserCookie, type TestPeer, waitForRateLimitWindow } from "./support/peer";
import { type Browser, newBrowser, type Note, type Posted, pushService } from "./support/push-service";
import { startedChannel } from "./support/staff";
import { channelOf, evict, makeKnown } from "./support/stored";

beforeEach(() => void (bindings.PUSH_HOSTS = "push.test"));
/** The channels that a test has used. What it leaves owed would ring later, and ask a network that is not there. */
const used = new Set<string>();
afterEach(async () => {
  for (const channel of used)
    await runInDurableObject(pushOf(channel), async (_push, { storage }) => {
      await storage.deleteAlarm();
      await storage.deleteAll();
    });
  used.clear();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pushOf = (channel: string) => {
  used.add(channel);
  return bindings.PUSH.getByName(channel);
};

interface Asked {
  method?: string;
  cookie?: string;
  wants?: unknown;
  headers?: Record<string, string>;
}

const ask = (
  channel: string,
  subscription: unknown,
  { method = "PUT", cookie = newUserCookie(), wants = "mentions", headers }: Asked = {},
) =>
  fetchPath(`/api/push/${channel}`, {
    method,
    body: JSON.stringify({ subscription, wants }),
    headers: { Cookie: cookie, ...headers },
  });

/** A browser of the peer's user that subscribes. */
async function subscribed(peer: TestPeer, channel: string, wants: "mentions" | "all" = "mentions"): Promise<Browser> {
  used.add(channel);
  const browser = await newBrowser();
  expect((await ask(channel, browser.subscription, { cookie: peer.cookie, wants })).status).toBe(204);
  return browser;
}

/** Waits until so many pushes were posted, and returns what they say to these browsers. */
async function told(channel: string, posted: Posted[], count: number, ...browsers: Browser[]): Promise<Note[]> {
  await expect
    .poll(async () => {
      await runDurableObjectAlarm(channelOf(channel));
      await runDurableObjectAlarm(pushOf(channel));
      return posted.length;
    })
    .toBe(count);
  return Promise.all(
    posted.map(({ endpoint, body }) => browsers.find(({ subscription }) => subscription.endpoint === endpoint)!.decrypt(body)),
  );
}

/** Ada owns the channel; Ben has written there, and his page is closed. */
async function adaAndBen(channel: string): Promise<[ada: TestPeer, ben: TestPeer]> {
  const [ada, ben] = await startedChannel(channel);
  await makeKnown(channel, ada, ben);
  await ben.sendMessage("hello");
  ben.close();
  await ben.closed;
  return [ada, ben];
}

describe("W36 a subscription", () => {
  it("is made and ended with the person's cookie, from the site's own pages", async () => {
    const { subscription } = await newBrowser();
    const cookie = newUserCookie();
    const status = async (asked: Asked) => (await ask("push/made", subscription, { cookie, ...asked })).status;
    expect(await status({})).toBe(204);
    expect(await status({ wants: "all" })).toBe(204);
    expect(await status({ method: "DELETE" })).toBe(204);
    expect(await status({ cookie: "" })).toBe(403);
    expect(await status({ headers: { Origin: "https://elsewhere.test" } })).toBe(403);
    expect(await status({ method: "POST" })).toBe(405);
  });

  it("that is malformed, for another host, or with a key that is no point of the curve is 400", async () => {
    const { subscription } = await newBrowser();
    const { keys } = subscription;
    const off = keys.p256dh.slice(0, -4) + (keys.p256dh.endsWith("AAAA") ? "BBBB" : "AAAA");
    for (const wrong of [
      undefined,
      "x",
      {},
      { ...subscription, endpoint: "https://elsewhere.test/x" },
      { ...subscription, endpoint: "http://fcm.googleapis.com/x" },
      { ...subscription, endpoint: "https://127.0.0.1/x" },
      { ...subscription, endpoint: 1 },
      { ...subscription, keys: undefined },
      { ...subscription, keys: { ...keys, p256dh: off } },
      { ...subscription, keys: { ...keys, p256dh: keys.p256dh.slice(4) } },
      { ...subscription, keys: { ...keys, p256dh: "+/" } },
      { ...subscription, keys: { ...keys, auth: "AAAA" } },
    ])
      expect([wrong, (await ask("push/wrong", wrong)).status]).toEqual([wrong, 400]);
    for (const wants of [undefined, "some", 1, null]) {
      const body = JSON.stringify({ subscription, ...(wants !== undefined && { wants }) });
      const response = await fetchPath("/api/push/push/wrong", { method: "PUT", body, headers: { Cookie: newUserCookie() } });
      expect([wants, response.status]).toEqual([wants, 400]);
    }
    expect((await ask("push/wrong", { ...subscription, more: "x".repeat(5_000) })).status).toBe(400);
  });

  it("counts: ten a minute of a person", async () => {
    await waitForRateLimitWindow();
    const cookie = newUserCookie();
    const { subscription } = await newBrowser();
    for (let n = 0; n < 10; n++) expect((await ask("push/often", subscription, { cookie })).status).toBe(204);
    expect((await ask("push/often", subscription, { cookie })).status).toBe(429);
  });

  it("of a person is one of five in a channel: the sixth replaces the oldest", async () => {
    const posted = pushService();
    const [ada, ben] = await adaAndBen("push/six");
    const browsers: Browser[] = [];
    for (let n = 0; n < 6; n++) browsers.push(await subscribed(ben, "push/six"));
    await ada.sendMessage("@Ben");
    await told("push/six", posted, 5, ...browsers);
    expect(new Set(posted.map(({ endpoint }) => endpoint))).toEqual(
      new Set(browsers.slice(1).map(({ subscription }) => subscription.endpoint)),
    );
  });

  it("uses one key, which stays", async () => {
    const key = async () => ((await (await fetchPath("/api/push/key")).json()) as { key: string }).key;
    const first = await key();
    expect(first).toMatch(/^B[\w-]{86}$/);
    await evictDurableObject(bindings.KEYRING.getByName("keyring"));
    expect(await key()).toBe(first);
  });
});

describe("W36 who is told", () => {
  it("of a mention: the name, the text's beginning and the address, as an urgent push", async () => {
    const posted = pushService();
    const [ada, ben] = await adaAndBen("push/mention");
    const browser = await subscribed(ben, "push/mention");
    await ada.sendMessage("nothing for anyone");
    const { id } = await ada.sendMessage("@Ben, *look*: a cat");
    const [note] = await told("push/mention", posted, 1, browser);
    expect(note).toEqual({
      title: "Ada in /push/mention",
      body: "@Ben, look: a cat",
      channel: "push/mention",
      id,
      n: 1,
      url: `/push/mention?m=${id}`,
    });
    expect(Object.fromEntries(posted[0]!.headers)).toMatchObject({
      authorization: expect.stringMatching(/^vapid t=/),
      "content-encoding": "aes128gcm",
      topic: expect.stringMatching(/^[\w-]{32}$/),
      ttl: "86400",
      urgency: "high",
    });
  });

  it("of an answer to their own message, and not of answers to others", async () => {
    const posted = pushService();
    const [ada, ben] = await startedChannel("push/answer");
    await makeKnown("push/answer", ada, ben);
    const own = await ben.sendMessage("who comes?");
    const browser = await subscribed(ben, "push/answer");
    ben.close();
    await ben.closed;
    await ada.sendMessage("an answer to myself", 1);
    await ada.sendMessage("I do", own.id);
    expect(await told("push/answer", posted, 1, browser)).toMatchObject([{ body: "I do", n: 1 }]);
  });

  it("who wants all: of everything, merged within 30 s, except what they wrote", async () => {
    const posted = pushService();
    const [ada, ben] = await adaAndBen("push/all");
    const browser = await subscribed(ben, "push/all", "all");
    await ada.sendMessage("one");
    await told("push/all", posted, 1, browser);
    for (const text of ["two", "three", "four"]) await ada.sendMessage(text);
    await runDurableObjectAlarm(channelOf("push/all"));
    await runDurableObjectAlarm(pushOf("push/all"));
    expect(posted.length).toBe(1);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31_000 });
    const notes = await told("push/all", posted, 2, browser);
    expect(notes.map(({ body, n }) => [body, n])).toEqual([
      ["one", 1],
      ["four", 3],
    ]);
    expect(posted[0]!.headers.get("Urgency")).toBe("normal");
  });

  it("not whoever is looking; whose page is hidden, or has not pinged for a minute, is not looking", async () => {
    const posted = pushService();
    const [ada, ben] = await startedChannel("push/looking");
    await makeKnown("push/looking", ada, ben);
    await ben.sendMessage("hello");
    const browser = await subscribed(ben, "push/looking", "all");
    await ada.sendMessage("seen");
    await runDurableObjectAlarm(channelOf("push/looking"));
    await runDurableObjectAlarm(pushOf("push/looking"));
    expect(posted).toEqual([]);
    ben.send({ t: "visible", d: { on: false } });
    await ben.sendMessage("from a hidden page"); // so that it was handled
    await evict("push/looking");
    await ada.sendMessage("not seen");
    expect(await told("push/looking", posted, 1, browser)).toMatchObject([{ body: "not seen", n: 1 }]);
  });

  it("also if the channel was evicted between message and push", async () => {
    const posted = pushService();
    const [ada, ben] = await adaAndBen("push/evicted");
    const browser = await subscribed(ben, "push/evicted");
    await ada.sendMessage("@Ben");
    await evict("push/evicted");
    await evictDurableObject(pushOf("push/evicted")).catch(() => undefined);
    await runDurableObjectAlarm(channelOf("push/evicted"));
    await runDurableObjectAlarm(pushOf("push/evicted"));
    expect(await told("push/evicted", posted, 1, browser)).toMatchObject([{ body: "@Ben" }]);
  });

  it("of a message as it is when the push leaves: a deleted one is not told, and of several the latest one that is there", async () => {
    let status = 500;
    const posted = pushService(() => new Response(null, { status }));
    const [ada, ben] = await adaAndBen("push/deleted");
    const browser = await subscribed(ben, "push/deleted");
    await ada.sendMessage("@Ben, one");
    await told("push/deleted", posted, 1, browser);
    status = 201;
    const { id } = await ada.sendMessage("@Ben, by mistake");
    await runDurableObjectAlarm(channelOf("push/deleted"));
    ada.send({ t: "delete", d: { id } });
    await ada.nextOf("chat");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 120_000 });
    expect((await told("push/deleted", posted, 2, browser)).at(-1)).toMatchObject({ body: "@Ben, one", n: 1 });
    const { id: alone } = await ada.sendMessage("@Ben, once more by mistake");
    await runDurableObjectAlarm(channelOf("push/deleted"));
    ada.send({ t: "delete", d: { id: alone } });
    await ada.nextOf("chat");
    vi.setSystemTime(Date.now() + 120_000);
    await runDurableObjectAlarm(pushOf("push/deleted"));
    expect(posted.length).toBe(2);
  });

  it("whose name came with their page alone, and who has left long ago", async () => {
    const posted = pushService();
    const [ada] = await startedChannel("push/cookie-name");
    const cookie = newUserCookie();
    const ben = await join("push/cookie-name", { cookie, name: "Ben" });
    const browser = await newBrowser();
    expect((await ask("push/cookie-name", browser.subscription, { cookie: `${cookie}; name=Ben` })).status).toBe(204);
    ben.close();
    await ben.closed;
    await evict("push/cookie-name"); // nobody remembers who was present
    await makeKnown("push/cookie-name", ada);
    await (await join("push/cookie-name", { cookie: ada.cookie })).sendMessage("@Ben, are you there?");
    used.add("push/cookie-name");
    expect(await told("push/cookie-name", posted, 1, browser)).toMatchObject([{ body: "@Ben, are you there?" }]);
  });

  it("of what they want alone, with the right number, also after some of it was deleted", async () => {
    let status = 500;
    const posted = pushService(() => new Response(null, { status }));
    const [ada, ben] = await adaAndBen("push/several");
    const browser = await subscribed(ben, "push/several");
    const ids: number[] = [];
    for (const text of ["@Ben, first", "nothing for Ben", "@Ben, second", "@Ben, third"])
      ids.push((await ada.sendMessage(text)).id);
    await told("push/several", posted, 1, browser);
    for (const id of [ids[0]!, ids[3]!]) {
      ada.send({ t: "delete", d: { id } });
      await ada.nextOf("chat");
    }
    status = 201;
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 120_000 });
    expect((await told("push/several", posted, 2, browser)).at(-1)).toMatchObject({ body: "@Ben, second", n: 1, id: ids[2] });
    for (const id of ids.slice(1, 3)) {
      ada.send({ t: "delete", d: { id } });
      await ada.nextOf("chat");
    }
    const { id } = await ada.sendMessage("@Ben, fourth");
    await runDurableObjectAlarm(channelOf("push/several"));
    ada.send({ t: "delete", d: { id } });
    await ada.nextOf("chat");
    vi.setSystemTime(Date.now() + 120_000);
    await runDurableObjectAlarm(pushOf("push/several"));
    expect(posted.length).toBe(2);
  });

  it("once in 30 s, also if the browser subscribes again meanwhile", async () => {
    const posted = pushService();
    const [ada, ben] = await adaAndBen("push/again");
    const browser = await subscribed(ben, "push/again");
    await ada.sendMessage("@Ben, one");
    await told("push/again", posted, 1, browser);
    expect((await ask("push/again", browser.subscription, { cookie: ben.cookie })).status).toBe(204);
    await ada.sendMessage("@Ben, two");
    await runDurableObjectAlarm(channelOf("push/again"));
    const due = await runInDurableObject(pushOf("push/again"), (_push, { storage }) =>
      storage.sql.exec<{ wait: number }>("SELECT due - sent_at AS wait FROM subscriptions").one(),
    );
    expect(due.wait).toBe(30_000);
  });

  it("somebody who subscribes at the moment in which the last other one ends it", async () => {
    pushService();
    const [ada, ben] = await adaAndBen("push/crossing");
    for (let n = 0; n < 4; n++) {
      const before = await subscribed(ada, "push/crossing");
      const [, after] = await Promise.all([
        ask("push/crossing", before.subscription, { cookie: ada.cookie, method: "DELETE" }),
        subscribed(ben, "push/crossing"),
      ]);
      expect((await join("push/crossing")).welcome.settings!.push).toBe(true);
      await ask("push/crossing", after.subscription, { cookie: ben.cookie, method: "DELETE" });
    }
  });

  it("nobody whose ban was over before the next message: the subscription ended with it", async () => {
    pushService();
    const [ada, ben] = await adaAndBen("push/short-ban");
    await subscribed(ben, "push/short-ban", "all");
    await ada.ask({ t: "ban", d: { user: ben.you.id, for: 60 } });
    await ada.ask({ t: "unban", d: { user: ben.you.id } });
    const rows = () =>
      runInDurableObject(pushOf("push/short-ban"), (_push, { storage }) =>
        storage.sql.exec("SELECT * FROM subscriptions").toArray(),
      );
    await expect.poll(rows).toEqual([]);
  });

  it("nobody who was banned or is no member of a private channel: their subscription ends", async () => {
    const posted = pushService();
    const [ada, ben] = await adaAndBen("push/banned");
    await subscribed(ben, "push/banned", "all");
    const { cookie } = await join("push/banned");
    expect((await ask("push/banned", (await newBrowser()).subscription, { cookie, wants: "all" })).status).toBe(204);
    await ada.ask({ t: "ban", d: { user: ben.you.id, for: 600 } });
    await ada.ask({ t: "set", d: { read: "members" } });
    await ada.sendMessage("@Ben, everyone");
    await runDurableObjectAlarm(channelOf("push/banned"));
    await runDurableObjectAlarm(pushOf("push/banned"));
    expect(posted.length).toBeLessThanOrEqual(1); // the other one was there when it became private: a member
    expect((await ask("push/banned", (await newBrowser()).subscription, { cookie: ben.cookie })).status).toBe(403);
    await ada.ask({ t: "unban", d: { user: ben.you.id } });
    const rows = await runInDurableObject(pushOf("push/banned"), (_push, { storage }) =>
      storage.sql.exec("SELECT user FROM subscriptions").toArray(),
    );
    expect(rows.map(({ user }) => user)).not.toContain(ben.you.id);
  });
});

describe("W36 a push service that", () => {
  it.each([404, 410])(
    "answers %i ends the subscription, and the last one ends what the channel does for pushes",
    async (status) => {
      const posted = pushService(() => new Response(null, { status }));
      const channel = `push/gone/${status}`;
      const [ada, ben] = await adaAndBen(channel);
      await subscribed(ben, channel);
      await ada.sendMessage("@Ben");
      await expect
        .poll(async () => {
          await runDurableObjectAlarm(channelOf(channel));
          await runDurableObjectAlarm(pushOf(channel));
          return posted.length;
        })
        .toBe(1);
      expect((await join(channel)).welcome.settings!.push).toBeUndefined();
    },
  );

  it.each<[string, () => Response, number]>([
    ["answers 429 with Retry-After", () => new Response(null, { status: 429, headers: { "Retry-After": "120" } }), 120_000],
    ["answers 500", () => new Response(null, { status: 500 }), 60_000],
    [
      "closes in the middle",
      () => {
        throw new Error("the connection was closed");
      },
      60_000,
    ],
  ])("%s is asked again later", async (name, failure, wait) => {
    const channel = `push/later/${name.length}`;
    let isFailing = true;
    const posted = pushService(() => (isFailing ? failure() : new Response(null, { status: 201 })));
    const [ada, ben] = await adaAndBen(channel);
    const browser = await subscribed(ben, channel);
    await ada.sendMessage("@Ben");
    await told(channel, posted, 1, browser);
    isFailing = false;
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + wait - 5_000 });
    await runDurableObjectAlarm(pushOf(channel));
    expect(posted.length).toBe(1);
    vi.setSystemTime(Date.now() + 10_000);
    expect((await told(channel, posted, 2, browser)).map(({ n }) => n)).toEqual([1, 1]);
  });

  it("answers 413 gets it no more, and later messages all the same", async () => {
    const posted = pushService(() => new Response(null, { status: 413 }));
    const [ada, ben] = await adaAndBen("push/large");
    const browser = await subscribed(ben, "push/large");
    await ada.sendMessage("@Ben");
    await told("push/large", posted, 1, browser);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31_000 });
    await ada.sendMessage("@Ben again");
    expect((await told("push/large", posted, 2, browser)).map(({ body }) => body)).toEqual(["@Ben", "@Ben again"]);
  });
});

it("W36 a channel without subscriptions asks nothing, sets no alarm and writes no row for pushes", async () => {
  const [ada] = await startedChannel("push/without");
  expect(ada.welcome.settings).not.toHaveProperty("push");
  await ada.sendMessage("@Ada");
  await runDurableObjectAlarm(channelOf("push/without"));
  const isStored = await runInDurableObject(
    pushOf("push/without"),
    (_push, { storage }) => storage.kv.get("channel") !== undefined,
  );
  expect(isStored).toBe(false);
});

it.each([{}, { on: "yes" }, { on: 1 }])("W36 visible with %j is invalid", async (d) => {
  const peer = await join("push/invalid");
  expect(await peer.refused({ t: "visible", d })).toMatchObject({ code: "invalid" });
});
