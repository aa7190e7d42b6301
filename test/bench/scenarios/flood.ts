/** Flood: one peer writes as fast as it can, under the normal limits, while others write. The other controls would relay everything. */
import { setTimeout as wait } from "node:timers/promises";
import { Crowd } from "../support/crowd.ts";
import { Figures } from "../support/figures.ts";
import { type Flood, startFlooder } from "../support/flooder.ts";
import { Histogram } from "../support/histogram.ts";
import { median } from "../support/median.ts";
import { type Rival, type RivalName, rival, start } from "../support/rivals.ts";
import { textFrame } from "../support/socket.ts";
import { cpuOf } from "../support/usage.ts";

const PEERS = 100;
const WRITERS = 20; // each once a second, which the limits allow
const BETWEEN = 1_000 / WRITERS; // ms from a message to the next
/** Without and with, in turn, because the machine is not always as fast. Of 15 s and 300 messages the p99 tells something. */
const ROUNDS = 4;
const ROUND = 15_000; // ms
const NEWCOMERS_FOR = 60_000; // ms from one's first message (W30)
const CALM = 500; // ms of a round before the flood begins
const AT_ONCE = 500; // frames in one write
const MAX_FACTOR = 1.1;

/** Among `rivals` may be Edgewise, and the control that has nothing to do but to drop what floods it. */
export async function flood(rivals: readonly RivalName[]): Promise<Figures> {
  const figures = new Figures(`flood: one of ${PEERS} peers writes as fast as it can, ${WRITERS} others once a second`);
  const { message } = await rival("edgewise"); // the same frames for all: what they cost, they cost by number
  const spam = Array.from({ length: AT_ONCE }, (_, index) => textFrame(message("Buy now, this offer ends soon!", index)));
  for (const name of rivals) await floodOne(await rival(name), Buffer.concat(spam), figures);
  return figures;
}

async function floodOne(it: Rival, frames: Buffer, figures: Figures): Promise<void> {
  await using server = await start(it, 1);
  using crowd = await Crowd.join(it, server.port, "flood", PEERS);
  await crowd.settled();
  const calm = new Histogram();
  const flooded = new Histogram();
  const floods: Flood[] = [];
  let cpu = 0;
  await talk(crowd, 3_000);
  await wait(NEWCOMERS_FOR); // from then on, the writers may write as often as they do
  for (let round = 0; round < ROUNDS; round++) {
    crowd.latencies = calm;
    const before = cpuOf(server.pid);
    await talk(crowd, ROUND);
    await crowd.received(crowd.written * PEERS);
    await using flooder = await startFlooder({ port: server.port, path: it.path("flood"), frames, count: AT_ONCE });
    await crowd.settled();
    crowd.latencies = flooded;
    const between = cpuOf(server.pid);
    const talking = talk(crowd, ROUND);
    await wait(CALM + (round * BETWEEN) / ROUNDS); // the rounds spread it evenly between one message and the next
    flooder.begin();
    await talking;
    floods.push(await flooder.end());
    await crowd.received(crowd.written * PEERS);
    cpu += cpuOf(server.pid) - between - (between - before);
  }
  figures.add(it.name, "frames of a flood", "", median(floods.map(({ sent }) => sent)));
  figures.add(it.name, "CPU a frame of it", "µs", cpu / floods.reduce((sum, { sent }) => sum + sent, 0));
  const { closedWith } = floods.at(-1)!;
  if (closedWith !== undefined) figures.add(it.name, "the flooder was closed with", "", closedWith);
  for (const share of [0.5, 0.9, 0.99]) {
    figures.add(it.name, `others' p${share * 100} without`, "ms", calm.quantile(share));
    figures.add(it.name, `others' p${share * 100} with`, "ms", flooded.quantile(share));
  }
  const ratio = flooded.quantile(0.99) / calm.quantile(0.99);
  figures.add(it.name, "others' p99 with : without", "×", ratio, { atMost: MAX_FACTOR });
}

/** What people say who keep to the limits. */
async function talk(crowd: Crowd, ms: number): Promise<void> {
  const writers = crowd.some(WRITERS);
  for (let turn = 0; turn < (ms * WRITERS) / 1000; turn++) {
    writers[turn % WRITERS]!.write();
    await wait(BETWEEN);
  }
}
