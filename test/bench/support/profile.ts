/** A CPU profile of a Worker: V8's sampling profiler through workerd's inspector. */
import { Inspector } from "./inspector.ts";

/** A function, and the part of the samples in which it was at the top of the stack. */
export interface Hot {
  name: string;
  share: number;
}

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number } }[];
  samples: number[];
}

const SHOWN = 30;
const EVERY = 200; // µs

/** Profiles the one Worker at `inspector` (host and port) until `work` is done; the hottest functions first. */
export async function profile(inspector: string, work: () => Promise<unknown>): Promise<Hot[]> {
  using it = await Inspector.open(inspector);
  await it.ask("Profiler.enable");
  await it.ask("Profiler.setSamplingInterval", { interval: EVERY });
  await it.ask("Profiler.start");
  await work();
  const { profile } = await it.ask<{ profile: Profile }>("Profiler.stop");
  return hottest(profile);
}

function hottest({ nodes, samples }: Profile): Hot[] {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || "(anonymous)"}${url ? ` ${url.split("/").pop()}:${lineNumber + 1}` : ""}`,
    ]),
  );
  const counts = new Map<string, number>();
  for (const sample of samples) {
    const name = names.get(sample)!;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Array.from(counts, ([name, count]) => ({ name, share: count / samples.length }))
    .sort((a, b) => b.share - a.share)
    .slice(0, SHOWN);
}
