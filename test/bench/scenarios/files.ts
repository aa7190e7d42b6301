/**
 * Files: ten at once are uploaded every two seconds, while others write in the same channel. Here all objects share one thread, so that
 * the control shows what uploads alone cost the channel; at the edge, the object of the files need not be where the channel is.
 */
import { once } from "node:events";
import { Crowd } from "../support/crowd.ts";
import { Figures } from "../support/figures.ts";
import { Histogram } from "../support/histogram.ts";
import { median } from "../support/median.ts";
import { NO_LIMITS, type Rival, rival, start } from "../support/rivals.ts";
import { talk } from "../support/talk.ts";
import { startUploader } from "../support/uploader.ts";

const CHANNEL = "files";
const PEERS = 100;
const AT_ONCE = 10;
const BETWEEN = 2_000; // ms
const SIZE = 300_000; // bytes, as of a picture that the page has made smaller
/** Without and with, in turn, because the machine is not always as fast. */
const ROUNDS = 3;
const ROUND = 10_000; // ms
const MAX_FACTOR = 1.1;

export async function files(): Promise<Figures> {
  const figures = new Figures(
    `files: ${AT_ONCE} uploads of ${SIZE / 1_000} kB at once, while ${PEERS} peers write once a second`,
  );
  for (const name of ["edgewise", "rawsql"] as const) await measure(await rival(name), figures);
  return figures;
}

async function measure(it: Rival, figures: Figures): Promise<void> {
  await using server = await start(it, NO_LIMITS);
  const site = `http://127.0.0.1:${server.port}`;
  const isEdgewise = it.name === "edgewise";
  await using uploader = await startUploader({
    url: isEdgewise ? `${site}/api/files/${CHANNEL}` : `${site}/${CHANNEL}`,
    cookie: isEdgewise ? await owner(server.port) : "",
    size: SIZE,
    atOnce: AT_ONCE,
    between: BETWEEN,
  });
  using crowd = await Crowd.join(it, server.port, CHANNEL, PEERS);
  await crowd.settled();
  const [calm, uploading] = [new Histogram(), new Histogram()];
  await talk(crowd, PEERS, 3_000);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    crowd.latencies = calm;
    await talk(crowd, PEERS, ROUND);
    await crowd.settled();
    crowd.latencies = uploading;
    uploader.begin();
    await talk(crowd, PEERS, ROUND);
    times.push(...(await uploader.end()));
    await crowd.settled();
  }
  figures.add(it.name, "uploads", "", times.length);
  figures.add(it.name, "one upload, p50", "ms", median(times));
  for (const share of [0.5, 0.99]) {
    figures.add(it.name, `p${share * 100} of messages without`, "ms", calm.quantile(share));
    figures.add(it.name, `p${share * 100} of messages with`, "ms", uploading.quantile(share));
  }
  const factor = uploading.quantile(0.99) / calm.quantile(0.99);
  figures.add(it.name, "p99 with : without", "×", factor, { atMost: MAX_FACTOR });
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
