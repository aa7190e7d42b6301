/** The cost of search as a channel grows: µs of the object's thread, in workerd's SQLite. `--json` for machines. */
import { bench } from "./harness.ts";

/** What search-worker.ts answers: medians, and p99 of single searches, to the millisecond, because the clock has no less. */
interface Result {
  /** µs of the object's one thread. */
  indexing: number;
  /** Of the index, for each message. */
  bytes: number;
  searches: Record<string, { found: number; micros: number; p99: number }>;
}

const SIZES = [1_000, 100_000]; // messages in the channel

await bench("search.toml", measure, {
  json: (results) => ({ unit: "µs", results }),
  markdown: (results) => Object.entries(results).map(markdown).join("\n\n"),
});

async function measure(url: URL): Promise<Record<number, Result>> {
  const results: Record<number, Result> = {};
  for (const size of SIZES) {
    const response = await fetch(new URL(`/${size}`, url));
    if (!response.ok) throw new Error(`${size} messages: ${response.status}`);
    results[size] = (await response.json()) as Result;
  }
  return results;
}

function markdown([size, { indexing, bytes, searches }]: [string, Result]): string {
  const rows = Object.entries(searches).map(
    ([name, { found, micros, p99 }]) => `| ${name} | ${found} | ${micros.toFixed(0)} | ${(p99 / 1_000).toFixed(0)} |`,
  );
  const heading = `Indexing ${size} messages: ${indexing.toFixed(1)} µs and ${bytes.toFixed(1)} bytes each.`;
  return [
    heading,
    "",
    `| search in ${size} messages | found | p50, µs | p99, ms |`,
    "| --- | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}
