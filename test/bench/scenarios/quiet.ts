/** Quiet: a hundred peers, four messages a second. All rivals run at once, each in its own part of every second, under the same conditions. */
import { setTimeout as wait } from "node:timers/promises";
import { Crowd } from "../support/crowd.ts";
import { Figures } from "../support/figures.ts";
import { Histogram } from "../support/histogram.ts";
import { type RivalName, rival, start } from "../support/rivals.ts";
import { Span } from "../support/span.ts";

const PEERS = 100;
const EVERY = 250; // ms
const WARM_UP = 8; // messages
const MEASURED = 120; // messages

export async function quiet(names: readonly RivalName[]): Promise<Figures> {
  const figures = new Figures(`quiet: ${PEERS} peers, ${1000 / EVERY} messages/s`);
  await using stack = new AsyncDisposableStack();
  const rooms = await Promise.all(
    names.map(async (name) => {
      const it = await rival(name);
      const server = stack.use(await start(it));
      const crowd = stack.use(await Crowd.join(it, server.port, "quiet", PEERS));
      return { name, server, crowd };
    }),
  );
  await Promise.all(rooms.map(({ crowd }) => crowd.settled()));
  const talk = async (messages: number) => {
    for (let number = 0; number < messages; number++) {
      for (const { crowd } of rooms) {
        crowd.peers[(number * 7) % PEERS]!.write();
        await wait(EVERY / rooms.length);
      }
    }
    await Promise.all(rooms.map(({ crowd }) => crowd.settled()));
  };
  await talk(WARM_UP);
  const spans = rooms.map(({ server, crowd }) => {
    crowd.latencies = new Histogram();
    return new Span(server.pid, crowd);
  });
  await talk(MEASURED);
  for (const [index, { name, crowd }] of rooms.entries()) {
    const { cpuPerDelivery } = spans[index]!.end("quiet");
    figures.add(name, "p50", "ms", crowd.latencies!.quantile(0.5), { atMost: 1.2, times: "rawsql" });
    figures.add(name, "p99", "ms", crowd.latencies!.quantile(0.99), { atMost: 1.2, times: "rawsql" });
    figures.add(name, "CPU a delivery", "µs", cpuPerDelivery);
  }
  return figures;
}
