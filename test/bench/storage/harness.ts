/** Runs a Worker of this folder in workerd, for a bench that ends by itself. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false"; // or miniflare would fetch from Cloudflare
process.env.WRANGLER_SEND_METRICS ??= "false";
const { createTestHarness } = await import("wrangler");

const GIVE_UP_AFTER = 240_000; // ms

/** Prints what `measure` finds with the Worker of a configuration file: as JSON with `--json`, or else as Markdown. */
export async function bench<T>(
  configPath: string,
  measure: (url: URL) => Promise<T>,
  { json, markdown }: { json: (found: T) => object; markdown: (found: T) => string },
): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  const server = createTestHarness({ root: fileURLToPath(new URL(".", import.meta.url)), workers: [{ configPath }] });
  const timeout = setTimeout(() => {
    console.error(`The bench was not done after ${GIVE_UP_AFTER / 1_000} s.`);
    process.exit(1);
  }, GIVE_UP_AFTER);
  const { url } = await server.listen();
  try {
    const found = await measure(url);
    console.log(values.json ? JSON.stringify(json(found)) : markdown(found));
  } finally {
    await server.close();
    clearTimeout(timeout);
  }
}
