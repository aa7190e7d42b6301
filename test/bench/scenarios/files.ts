/** Files: ten at once are uploaded every two seconds, while others write in the same channel. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Crowd } from "../support/crowd.ts";
import { Figures } from "../support/figures.ts";
import { Histogram } from "../support/histogram.ts";
import { median } from "../support/median.ts";
import { NO_LIMITS, rival, start } from "../support/rivals.ts";
import { talk } from "../support/talk.ts";

const CHANNEL = "files";
const PEERS = 100;
const AT_ONCE = 10;
const BETWEEN = 2_000; // ms
const SIZE = 300_000; // bytes, as of a picture that the page has made smaller
/** Without and with, in turn, because the machine is not always as fast. */
const ROUNDS = 3;
const ROUND = 15_000; // ms
const MAX_FACTOR = 1.1;

export async function files(): Promise<Figures> {
  const figures = new Figures(
    `files: ${AT_ONCE} uploads of ${SIZE / 1_000} kB at once, while ${PEERS} peers write once a second`,
  );
  const it = await rival("edgewise");
  await using server = await start(it, NO_LIMITS);
  const cookie = await owner(server.port);
  using crowd = await Crowd.join(it, server.port, CHANNEL, PEERS);
  await crowd.settled();
  const [calm, uploading] = [new Histogram(), new Histogram()];
  await talk(crowd, PEERS, 3_000);
  await upload(server.port, cookie); // the code is loaded
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    crowd.latencies = calm;
    await talk(crowd, PEERS, ROUND);
    await crowd.settled();
    crowd.latencies = uploading;
    const talking = { now: true };
    const uploads = (async () => {
      while (talking.now) {
        times.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => upload(server.port, cookie)))));
        await wait(BETWEEN);
      }
    })();
    await talk(crowd, PEERS, ROUND);
    talking.now = false;
    await uploads;
    await crowd.settled();
  }
  figures.add(it.name, "uploads", "", times.length);
  figures.add(it.name, "one upload, p50", "ms", median(times));
  for (const share of [0.5, 0.99]) {
    figures.add(it.name, `p${share * 100} of messages without`, "ms", calm.quantile(share));
    figures.add(it.name, `p${share * 100} of messages with`, "ms", uploading.quantile(share));
  }
  figures.add(it.name, "p99 with : without", "×", uploading.quantile(0.99) / calm.quantile(0.99), { atMost: MAX_FACTOR });
  return figures;
}

/** Writes the first message of the channel, and returns the cookie of who has. */
async function owner(port: number): Promise<string> {
  const page = await fetch(`http://127.0.0.1:${port}/${CHANNEL}`);
  const [cookie = ""] = page.headers.getSetCookie().map((line) => line.split(";", 1)[0]);
  await page.body?.cancel();
  // Node's WebSocket takes headers, which its type, the browser's, does not know
  const socket = new WebSocket(`ws://127.0.0.1:${port}/_ws/${CHANNEL}`, { headers: { cookie } } as unknown as string[]);
  await once(socket, "message"); // the welcome
  socket.send(JSON.stringify({ t: "chat", d: { cid: "first", text: "Welcome." } }));
  await once(socket, "message");
  socket.close();
  return cookie;
}

/** Uploads a file. Returns how long it took (ms). */
async function upload(port: number, cookie: string): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/api/files/${CHANNEL}`, {
    method: "POST",
    body: randomBytes(SIZE),
    headers: { cookie, "X-Name": "picture.bin" },
  });
  if (response.status !== 201) throw new Error(`the upload was answered with ${response.status}: ${await response.text()}`);
  await response.body?.cancel();
  return performance.now() - startedAt;
}
