/** Many channels with three peers each and a message now and then: each object wakes up for it and stores it. */
import { setTimeout as wait } from "node:timers/promises";
import { Crowd } from "../support/crowd.ts";
import { Figures } from "../support/figures.ts";
import { Histogram } from "../support/histogram.ts";
import { type RivalName, rival, start } from "../support/rivals.ts";
import { Span } from "../support/span.ts";
import { cpuOf, memoryOf } from "../support/usage.ts";

const CHANNELS = 1_000;
const PEERS = 3; // in each
const PER_SECOND = 250; // messages, in all channels together
const TURN = 4; // ms
const QUIET = 1_200; // ms without a frame: more than presence waits

export async function channels(names: readonly RivalName[]): Promise<Figures> {
  const figures = new Figures(`${CHANNELS.toLocaleString("en")} channels × ${PEERS} peers`);
  await using stack = new AsyncDisposableStack();
  const opened = await Promise.all(names.map((name) => open(name, stack)));
  for (const { name, crowd, pid, ...opening } of opened) {
    const first = await talk(crowd, pid);
    const later = await talk(crowd, pid);
    figures.add(name, "CPU a channel opened", "µs", opening.cpu / CHANNELS);
    figures.add(name, "memory a channel", "KiB", opening.memory / CHANNELS / 1024);
    figures.add(name, "first message: CPU a delivery", "µs", first.cpuPerDelivery);
    figures.add(name, "later: CPU a delivery", "µs", later.cpuPerDelivery);
    figures.add(name, `later, ${PER_SECOND} messages/s: p50`, "ms", later.p50);
    figures.add(name, `later, ${PER_SECOND} messages/s: p99`, "ms", later.p99);
  }
  return figures;
}

/** Fills the channels: mostly a wait for the disk, so all rivals do it at once. */
async function open(name: RivalName, stack: AsyncDisposableStack) {
  const it = await rival(name);
  const server = stack.use(await start(it));
  const before = memoryOf(server.pid);
  const cpuBefore = cpuOf(server.pid);
  const crowd = stack.use(await Crowd.joinAll(it, server.port, (index) => `channel-${index % CHANNELS}`, CHANNELS * PEERS));
  await crowd.settled(QUIET);
  return { name, crowd, pid: server.pid, cpu: cpuOf(server.pid) - cpuBefore, memory: memoryOf(server.pid) - before };
}

/** One message in each channel. */
async function talk(crowd: Crowd, pid: number) {
  const latencies = new Histogram();
  const before = crowd.deliveries;
  crowd.latencies = latencies;
  const span = new Span(pid, crowd);
  const startedAt = performance.now();
  for (let number = 0; number < CHANNELS;) {
    const due = ((performance.now() - startedAt) * PER_SECOND) / 1000;
    for (; number < due && number < CHANNELS; number++) crowd.peers[number]!.write();
    await wait(TURN);
  }
  await crowd.received(before + CHANNELS * PEERS);
  const { cpuPerDelivery } = span.end("many channels");
  return { cpuPerDelivery, p50: latencies.quantile(0.5), p99: latencies.quantile(0.99) };
}
