/** The page's server time: Edgewise's page with 50 messages, the same page as a constant, and the page of SolidStart's bare template. */
import { execFileSync } from "node:child_process";
import { Agent, request } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Crowd } from "../support/crowd.ts";
import { Histogram } from "../support/histogram.ts";
import { builtModules, NO_LIMITS, rival, start } from "../support/rivals.ts";
import { cpuOf } from "../support/usage.ts";
import { Workerd } from "../support/workerd.ts";

const TEMPLATE = fileURLToPath(new URL("../controls/template/", import.meta.url));
const MESSAGES = 50;
const WARM_UP = 200; // pages
const PAGES = 1_000; // one after the other
const AT_ONCE = 8; // to find the pages a second

/** What it takes to answer with a page. */
export interface PageTime {
  name: string;
  /** The page's length. */
  bytes: number;
  /** ms from the request until the last byte, one after the other. */
  p50: number;
  p99: number;
  /** With the server's one core at its limit. */
  perSecond: number;
  /** µs of the server's CPU for each page. */
  cpu: number;
}

export async function pages(): Promise<PageTime[]> {
  const edgewise = await rival("edgewise");
  await using server = await start(edgewise, NO_LIMITS);
  using crowd = await Crowd.join(edgewise, server.port, "pages", 1);
  for (let n = 0; n < MESSAGES; n++) crowd.peers[0]!.write();
  await crowd.received(MESSAGES);
  const html = await page(server.port);
  await using constant = await Workerd.start({ modules: new Map([["index.js", constantPage(html)]]), objects: [] });
  await using template = await Workerd.start({ modules: await builtTemplate(), objects: [] });
  const compared = { edgewise: server, "the same page as a constant": constant, "SolidStart's bare template": template };
  const found: PageTime[] = [];
  for (const [name, { pid, port }] of Object.entries(compared)) found.push({ name, ...(await measure(pid, port)) });
  return found;
}

async function measure(pid: number, port: number) {
  const { length: bytes } = Buffer.from(await page(port));
  for (let n = 0; n < WARM_UP; n++) await page(port);
  const times = new Histogram();
  for (let n = 0; n < PAGES; n++) {
    const startedAt = performance.now();
    await page(port);
    times.add(performance.now() - startedAt);
  }
  const [cpu, startedAt] = [cpuOf(pid), performance.now()];
  let left = PAGES;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await page(port);
    }),
  );
  return {
    bytes,
    p50: times.quantile(0.5),
    p99: times.quantile(0.99),
    perSecond: PAGES / ((performance.now() - startedAt) / 1000),
    cpu: (cpuOf(pid) - cpu) / PAGES,
  };
}

const agent = new Agent({ keepAlive: true });

/** The page, over a connection that stays open. */
function page(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path: "/pages", agent }, (response) => {
      if (response.statusCode === 200) text(response).then(resolve, reject);
      else reject(new Error(`the page was answered with ${response.statusCode}`));
    });
    asked.on("error", reject).end();
  });
}

function constantPage(html: string): string {
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return `const html = ${JSON.stringify(html)};
export default { fetch: () => new Response(html, { headers: ${JSON.stringify(headers)} }) };`;
}

/** In a process of its own: SolidStart builds what is in the working directory. */
async function builtTemplate(): Promise<Map<string, string>> {
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin/vite.js");
  execFileSync(process.execPath, [vite, "build", "--config", "app.config.ts"], { cwd: TEMPLATE, stdio: "pipe" });
  return builtModules(`${TEMPLATE}dist/server/`);
}
