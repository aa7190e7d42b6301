/** The cost of storage as a channel grows: µs per operation of worker/storage/messages.ts in workerd's SQLite. `--json` for machines. */
import { bench } from "./harness.ts";

const SIZES = [1_000, 100_000, 1_000_000]; // messages in the channel
const ROUNDS = 15; // each measures everything once, so that a busy moment of the machine meets all alike

/** What is measured, and how often in one go: enough for tens of milliseconds. */
const OPERATIONS: [operation: string, times: number, means: string][] = [
  ["nothing", 100_000, "nothing (the control)"],
  ["append", 1_000, "append a message"],
  ["commit", 100, "append a message and wait until it is durable"],
  ["edit", 500, "edit any message"],
  ["resume", 20, "resume of 500 changes"],
  ["page", 200, "page of 50, anywhere"],
  ["wake", 1_000, "wake: read the seq"],
];

await bench("wrangler.toml", measure, {
  json: (operations) => ({ unit: "µs", rounds: ROUNDS, operations }),
  markdown,
});

type Row = { operation: string; means: string; medians: Record<number, number> };

async function measure(url: URL): Promise<Row[]> {
  for (const size of SIZES) await run(url, size, "fill", 1);
  const samples = new Map<string, number[]>();
  for (let round = -1; round < ROUNDS; round++)
    for (const [operation, times] of OPERATIONS)
      for (const size of SIZES) {
        const micros = ((await run(url, size, operation, times)) / times) * 1_000;
        const key = `${operation} ${size}`;
        if (round >= 0) samples.set(key, [...(samples.get(key) ?? []), micros]); // the first is to warm up
      }
  return OPERATIONS.map(([operation, , means]) => ({
    operation,
    means,
    medians: Object.fromEntries(SIZES.map((size) => [size, median(samples.get(`${operation} ${size}`)!)])),
  }));
}

/** Milliseconds, by the object's own clock. */
async function run(url: URL, size: number, operation: string, times: number): Promise<number> {
  const response = await fetch(new URL(`/${size}/${operation}/${times}`, url));
  if (!response.ok) throw new Error(`${operation} on ${size} messages: ${response.status}`);
  return (await response.json()) as number;
}

function median(numbers: number[]): number {
  return Number(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!.toFixed(1));
}

function markdown(table: Row[]): string {
  const columns = ["µs an operation, in a channel of", ...SIZES.map((size) => `${size.toLocaleString("en")} messages`)];
  const rows = table.map(({ means, medians }) => [means, ...SIZES.map((size) => medians[size]!.toFixed(1))]);
  return [columns, ["---", ...SIZES.map(() => "---:")], ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
