/** Flood: one peer writes as fast as it can, with the limits as they are, while others talk. Edgewise alone: the controls relay it all. */
import { setTimeout as wait } from "node:timers/promises";
import { Crowd } from "../crowd.ts";
import { Figures } from "../figures.ts";
import { Flooder } from "../flooder.ts";
import { Histogram } from "../histogram.ts";
import { median } from "../median.ts";
import { rival, start } from "../rivals.ts";
import { textFrame } from "../socket.ts";
import { cpuOf } from "../usage.ts";

const PEERS = 100;
const WRITERS = 20; // each once a second, which the limits allow
/** With and without, in turn; a figure is the median of its rounds, because the machine itself stalls now and then. */
const ROUNDS = 6;
const ROUND = 6_000; // ms
const AT_ONCE = 500; // frames in one write
const MAX_FACTOR = 1.1;

export async function flood(): Promise<Figures> {
  const figures = new Figures(`flood: one of ${PEERS} peers writes as fast as it can, ${WRITERS} others once a second`);
  const it = await rival("edgewise");
  await using server = await start(it, 1);
  using crowd = await Crowd.join(it, server.port, "flood", PEERS);
  await crowd.settled();
  const alone: Histogram[] = [];
  const flooded: Histogram[] = [];
  const texts = Array.from({ length: AT_ONCE }, (_, index) => it.message("Buy now, this offer ends soon!", index));
  const frames = Buffer.concat(texts.map(textFrame));
  let sent = 0;
  let cpu = 0;
  let seconds = 0;
  let closedWith: number | undefined;
  await talk(crowd, ROUND / 2);
  for (let round = 0; round < ROUNDS; round++) {
    alone.push((crowd.latencies = new Histogram()));
    await talk(crowd, ROUND);
    await crowd.received(crowd.written * PEERS);
    flooded.push((crowd.latencies = new Histogram()));
    const before = cpuOf(server.pid);
    await using flooder = await Flooder.start({ port: server.port, path: it.path("flood"), frames, count: AT_ONCE });
    const startedAt = performance.now();
    await talk(crowd, ROUND);
    const flood = await flooder.stop();
    cpu += cpuOf(server.pid) - before;
    seconds += (performance.now() - startedAt) / 1000;
    sent += flood.sent;
    await crowd.received(crowd.written * PEERS);
    closedWith ??= flood.closedWith;
  }
  figures.add("edgewise", "frames of the flooder", "/s", sent / seconds);
  if (closedWith !== undefined) figures.add("edgewise", "the flooder was closed with", "", closedWith);
  figures.add("edgewise", "the server's share of its core", "%", cpu / 1e4 / seconds);
  const of = (rounds: readonly Histogram[], share: number) => rounds.map((round) => round.quantile(share));
  for (const share of [0.5, 0.99]) {
    figures.add("edgewise", `others' p${share * 100} without`, "ms", median(of(alone, share)));
    figures.add("edgewise", `others' p${share * 100} with`, "ms", median(of(flooded, share)));
  }
  const before = of(alone, 0.99);
  const ratios = of(flooded, 0.99).map((p99, round) => p99 / before[round]!);
  figures.add("edgewise", "others' p99 with : without", "×", median(ratios), { atMost: MAX_FACTOR });
  return figures;
}

/** What people say who keep to the limits. */
async function talk(crowd: Crowd, ms: number): Promise<void> {
  const writers = crowd.some(WRITERS);
  for (let turn = 0; turn < (ms * WRITERS) / 1000; turn++) {
    writers[turn % WRITERS]!.write();
    await wait(1000 / WRITERS);
  }
}
