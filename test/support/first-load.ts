/** What the JavaScript of the first load consists of, by the source maps of the last build. Those are not deployed: public/.assetsignore. */
import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** Bytes by package, or by folder of `src`: compressed, each part by itself. */
export type Parts = Record<string, number>;

interface Chunk {
  file: string;
  isEntry?: true;
  imports?: string[];
}

const CLIENT = new URL("../../dist/client/", import.meta.url);
/** The sizes that were accepted. */
export const RECORD = fileURLToPath(new URL("../bench/first-load.json", import.meta.url));
const MAX_GROWTH = 1.1;
const SMALL = 300; // bytes; a smaller part may grow as it likes

const read = (file: string) => readFileSync(new URL(file, CLIENT), "utf8");
const json = (text: string) => JSON.parse(text) as unknown;

export function partsOfFirstLoad(): Parts {
  const chunks = json(read(".vite/manifest.json")) as Record<string, Chunk>;
  const firstLoad = new Set(Object.values(chunks).filter(({ isEntry }) => isEntry));
  for (const { imports = [] } of firstLoad) for (const name of imports) firstLoad.add(chunks[name]!); // not those by `import()`
  const parts = new Map<string, string>(); // the code of each
  for (const { file } of firstLoad) {
    const map = `${file}.map`; // a chunk of nothing but the bundler's own code has none
    const sources =
      existsSync(new URL(map, CLIENT)) && new SourceMap(json(read(map)) as ConstructorParameters<typeof SourceMap>[0]);
    for (const [line, text] of read(file).split("\n").entries())
      for (let column = 0; column < text.length; column++) {
        const entry = sources && sources.findEntry(line, column);
        const part = partOf(entry && "originalSource" in entry ? entry.originalSource : undefined);
        parts.set(part, (parts.get(part) ?? "") + text[column]);
      }
  }
  const sizes = Array.from(parts, ([part, code]) => [part, gzipSync(code).length] as const);
  return Object.fromEntries(sizes.sort(([, a], [, b]) => b - a));
}

export function acceptedParts(): Parts {
  return json(readFileSync(RECORD, "utf8")) as Parts;
}

export function tableOf(parts: Parts, accepted: Parts): string {
  const line = (part: string, now: unknown, before: unknown) =>
    `${part.padEnd(28)}${String(now).padStart(8)}${String(before).padStart(10)}`;
  const lines = Object.keys({ ...parts, ...accepted }).map((part) => line(part, parts[part] ?? "–", accepted[part] ?? "–"));
  return [line("part", "bytes", "accepted"), ...lines].join("\n");
}

/** The parts that have grown by more than a tenth, or that are new. */
export function grownParts(parts: Parts, accepted: Parts): string[] {
  return Object.keys(parts).filter((part) => parts[part]! > Math.max(SMALL, MAX_GROWTH * (accepted[part] ?? 0)));
}

/** The package, or the folder of `src`, that a source file belongs to. */
function partOf(source: string | undefined): string {
  if (!source) return "(generated)";
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  return name ?? source.replace(/^.*?\bsrc\//, "src/").replace(/^(src\/[^/]+\/).*/, "$1");
}
