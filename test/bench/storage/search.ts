/** The cost of search as a channel grows: µs of the object's thread, in workerd's SQLite. `--json` for machines. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false"; // or miniflare would fetch from Cloudflare
process.env.WRANGLER_SEND_METRICS ??= "false";
const { createTestHarness } = await import("wrangler");

/** What search-worker.ts answers: medians, and p99 of single searches, to the millisecond, because the clock has no less. */
interface Result {
  /** µs of the object's one thread. */
  indexing: number;
  /** Of the index, for each message. */
  bytes: number;
  searches: Record<string, { found: number; micros: number; p99: number }>;
}

const SIZES = [1_000, 100_000]; // messages in the channel
const GIVE_UP_AFTER = 240_000; // ms

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const server = createTestHarness({
  root: fileURLToPath(new URL(".", import.meta.url)),
  workers: [{ configPath: "search.toml" }],
});
const timeout = setTimeout(() => {
  console.error(`The bench was not done after ${GIVE_UP_AFTER / 1_000} s.`);
  process.exit(1);
}, GIVE_UP_AFTER);

const { url } = await server.listen();
try {
  const results: Record<number, Result> = {};
  for (const size of SIZES) {
    const response = await fetch(new URL(`/${size}`, url));
    if (!response.ok) throw new Error(`${size} messages: ${response.status}`);
    results[size] = (await response.json()) as Result;
  }
  console.log(values.json ? JSON.stringify({ unit: "µs", results }) : Object.entries(results).map(markdown).join("\n\n"));
} finally {
  await server.close();
  clearTimeout(timeout);
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
