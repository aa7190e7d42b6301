/** Wake: idle objects are evicted; then a peer writes, and the object has to wake up. */
import { setTimeout as wait } from "node:timers/promises";
import { Crowd, type Peer } from "../support/crowd.ts";
import { Figures } from "../support/figures.ts";
import { Histogram } from "../support/histogram.ts";
import { type RivalName, rival, start } from "../support/rivals.ts";

const CHANNELS = 25;
const PEERS = 20; // in each
const ASLEEP_AFTER = 13_000; // ms: workerd evicts after 10 s without work
const ECHO_WITHIN = 5_000; // ms

export async function wake(names: readonly RivalName[]): Promise<Figures> {
  const figures = new Figures(`wake: ${CHANNELS} channels × ${PEERS} peers, to the first echo`);
  await using stack = new AsyncDisposableStack();
  const all = await Promise.all(
    names.map(async (name) => {
      const it = await rival(name);
      const server = stack.use(await start(it));
      const crowd = stack.use(await Crowd.joinAll(it, server.port, (index) => `wake-${index % CHANNELS}`, CHANNELS * PEERS));
      return { name, crowd };
    }),
  );
  for (const { crowd } of all) await echoes(crowd); // what is made at the first message is made before
  await wait(ASLEEP_AFTER);
  for (const { name, crowd } of all) {
    const first = await echoes(crowd);
    const second = await echoes(crowd);
    figures.add(name, "asleep: p50", "ms", first.quantile(0.5));
    figures.add(name, "asleep: slowest", "ms", first.quantile(1));
    figures.add(name, "awake: p50", "ms", second.quantile(0.5));
  }
  return figures;
}

/** One message in each channel, one after the other, and how long it took to come back to its writer. */
async function echoes(crowd: Crowd): Promise<Histogram> {
  const latencies = new Histogram();
  for (const peer of crowd.peers.slice(0, CHANNELS)) latencies.add(await echo(peer));
  return latencies;
}

function echo(peer: Peer): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const timer = setTimeout(() => reject(new Error("a message did not come back")), ECHO_WITHIN);
    peer.onOwn = () => {
      clearTimeout(timer);
      resolve(performance.now() - startedAt);
    };
    peer.write();
  });
}
