/** Storm: many peers, a tenth of which write: each sends its next message as soon as it sees its previous one. */
import { setTimeout as wait } from "node:timers/promises";
import { Crowd } from "../support/crowd.ts";
import { Figures } from "../support/figures.ts";
import { Histogram } from "../support/histogram.ts";
import { type RivalName, rival, start } from "../support/rivals.ts";
import { Span } from "../support/span.ts";

const NAME = "storm";
const PEERS = 500;
const WRITERS = 50;
const WARM_UP = 2_000; // ms
const MEASURED = 8_000; // ms

export async function storm(names: readonly RivalName[], measured = MEASURED): Promise<Figures> {
  const figures = new Figures(`${NAME}: ${PEERS} peers, ${WRITERS} writers`);
  for (const name of names) {
    const { perSecond, cpuPerDelivery, bytesPerDelivery, clientShare, cpuShare, p50, p99, agrees } = await stormOf(
      name,
      PEERS,
      WRITERS,
      measured,
    );
    if (!agrees) throw new Error(`${name}: peers did not get the same messages in the same order`);
    figures.add(name, "deliveries", "/s", perSecond);
    figures.add(
      name,
      "CPU a delivery",
      "µs",
      cpuPerDelivery,
      { atMost: 1 / 6, times: "rawsql" },
      { atMost: 1 / 8, times: "partyserver" },
    );
    figures.add(name, "p50", "ms", p50);
    figures.add(name, "p99", "ms", p99, { atMost: 1 / 4, times: "partyserver" });
    figures.add(name, "bytes a delivery", "B", bytesPerDelivery);
    figures.add(name, "the server's share of its core", "%", cpuShare * 100);
    figures.add(name, "the clients' share of theirs", "%", clientShare * 100);
  }
  return figures;
}

/** One storm; also what the plot is made of. */
export async function stormOf(name: RivalName, size: number, writers: number, measured: number, warmUp = WARM_UP) {
  const it = await rival(name);
  await using server = await start(it);
  using crowd = await Crowd.join(it, server.port, "storm", size);
  await crowd.settled();
  let going = true;
  for (const writer of crowd.some(writers)) {
    writer.onOwn = () => going && writer.write();
    writer.write();
  }
  await wait(warmUp);
  const latencies = new Histogram();
  crowd.latencies = latencies;
  const span = new Span(server.pid, crowd);
  await wait(measured);
  const seen = span.end(`${NAME} of ${name}`);
  crowd.latencies = undefined;
  going = false;
  await crowd.received(crowd.written * size);
  return { ...seen, p50: latencies.quantile(0.5), p99: latencies.quantile(0.99), agrees: crowd.agrees() };
}
