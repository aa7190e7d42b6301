/** The size of a first visit and of the Worker, measured on the build, and their maximum. */
import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { LANGUAGES } from "../../src/shared/languages";
import { acceptedParts, grownParts, type Parts, tableOf } from "../support/first-load";
import { CONFIG, startEdgewise, wrangler } from "./support/edgewise";

// kB of 1,000 bytes, gzipped
const MAX_JAVASCRIPT = 48;
const MAX_CSS = 12;
const MAX_WORKER = 150;

it(`the first load of a channel is at most ${MAX_JAVASCRIPT} kB of JavaScript and ${MAX_CSS} kB of CSS, in each language`, async () => {
  await using edgewise = await startEdgewise();
  for (const language of Object.keys(LANGUAGES)) {
    const html = await text(`${edgewise.url}/team/design`, { "Accept-Language": language });
    const inline = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g)].map(([, code]) => code!);
    const scripts = await modules(edgewise.url, [
      ...attributes(html, /<script\b[^>]*>/g, "src"),
      ...links(html, "modulepreload"),
    ]);
    const styles = await Promise.all(links(html, "stylesheet").map((path) => text(new URL(path, edgewise.url).href)));

    const javascript = size([inline.join("\n"), ...scripts]);
    const css = size(styles);
    console.log(
      `First load of a channel, ${language}: ${javascript} kB of JavaScript in ${scripts.length} files, ${css} kB of CSS, gzipped.`,
    );
    expect(scripts.length).toBe(2); // the page's, and that of its language
    expect(javascript).toBeLessThanOrEqual(MAX_JAVASCRIPT);
    expect(css).toBeLessThanOrEqual(MAX_CSS);
  }
});

it("no part of the first load has grown by more than a tenth unnoticed", () => {
  const { PATH } = process.env; // all that the build may know: vitest's variables would make it another one
  const measure = ["test/bench/first-load.ts", "--json"];
  const parts = JSON.parse(execFileSync(process.execPath, measure, { env: { PATH }, encoding: "utf8" })) as Parts;
  console.log(`The first load's JavaScript:\n${tableOf(parts, acceptedParts())}`);
  expect(grownParts(parts, acceptedParts()), "grown; to accept that: npm run bench:size -- --update").toEqual([]);
});

it(`wrangler deploy --dry-run works offline, and the Worker is at most ${MAX_WORKER} kB`, () => {
  const output = wrangler("deploy", "--dry-run", "--config", CONFIG);
  const [line, kibibytes] = /Total Upload: .*gzip: ([\d.]+) KiB/.exec(output) ?? [];
  console.log(`wrangler deploy --dry-run: ${line}`);
  expect((Number(kibibytes) * 1024) / 1000).toBeLessThanOrEqual(MAX_WORKER);
});

/** The sources of `entries` and of all that they import, except by `import()`. */
async function modules(base: string, entries: string[]): Promise<string[]> {
  const sources = new Map<string, string>();
  const queue = entries.map((path) => new URL(path, base).href);
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (sources.has(url)) continue;
    const source = await text(url);
    sources.set(url, source);
    for (const [, path] of source.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g)) queue.push(new URL(path!, url).href);
  }
  return [...sources.values()];
}

async function text(url: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(url, { headers });
  expect(response.status, url).toBe(200);
  return response.text();
}

function links(html: string, rel: string): string[] {
  return attributes(html, new RegExp(`<link\\b[^>]*\\brel="?${rel}\\b[^>]*>`, "g"), "href");
}

function attributes(html: string, tags: RegExp, name: string): string[] {
  return [...html.matchAll(tags)].flatMap(([tag]) => new RegExp(`\\b${name}="([^"]+)"`).exec(tag)?.[1] ?? []);
}

/** Each file is compressed by itself, as it is sent. */
function size(files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1000;
}
