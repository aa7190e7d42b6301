/** What the JavaScript of the first load of a page in English consists of, by the source maps of a build of its own: they would make each build slower. */
import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { createBuilder, type Rolldown } from "vite";

/** Bytes by package, or by folder of `src`: compressed, each part by itself. */
export type Parts = Record<string, number>;

/** The sizes that were accepted. */
export const RECORD = fileURLToPath(new URL("../bench/first-load.json", import.meta.url));
const MAX_GROWTH = 1.1;
const SMALL = 300; // bytes; a smaller part may grow as it likes

export async function partsOfFirstLoad(): Promise<Parts> {
  const chunks = await clientChunks();
  const firstLoad = new Set(
    Array.from(chunks.values()).filter(
      ({ facadeModuleId }) => facadeModuleId !== null && /\/src\/(entry-client\.tsx|strings\/en\.ts)$/.test(facadeModuleId),
    ),
  );
  for (const { imports } of firstLoad) for (const name of imports) firstLoad.add(chunks.get(name)!); // not those by `import()`
  const parts = new Map<string, string>(); // the code of each
  for (const { code, map } of firstLoad) {
    const sources = map && new SourceMap(map as unknown as SourceMapPayload); // a chunk of nothing but the bundler's own code has none
    for (const [line, text] of code.split("\n").entries())
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
  return JSON.parse(readFileSync(RECORD, "utf8")) as Parts;
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

/** The chunks of the browser's side by their file names. */
async function clientChunks(): Promise<Map<string, Rolldown.OutputChunk>> {
  const builder = await createBuilder({ configFile: "app.config.ts", configLoader: "native", logLevel: "error" });
  const { client } = builder.environments;
  Object.assign(client!.config.build, { sourcemap: "hidden", write: false }); // here, because SolidStart sets `write` after the caller
  const { output } = (await builder.build(client!)) as Rolldown.RolldownOutput;
  return new Map(output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file] as const] : [])));
}

/** The package, or the folder of `src`, that a source file belongs to. */
function partOf(source: string | undefined): string {
  if (!source) return "(generated)";
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  return name ?? source.replace(/^.*?\bsrc\//, "src/").replace(/^(src\/[^/]+\/).*/, "$1");
}
