/** `npm run bench:size`: which packages and folders the first load's JavaScript consists of. */
import { SourceMap, type SourceMapPayload } from "node:module";
import { gzipSync } from "node:zlib";
import { createBuilder, type Rolldown } from "vite";

const builder = await createBuilder({
  configFile: "app.config.ts",
  logLevel: "error",
  environments: { client: { build: { sourcemap: true, write: false } } },
});
const { output } = (await builder.build(builder.environments.client!)) as Rolldown.RolldownOutput;
const chunks = output.filter((file) => file.type === "chunk");
const chunkOf = (fileName: string) => chunks.find((chunk) => chunk.fileName === fileName)!;

/** The entry and all that it imports, except by `import()`. */
const firstLoad = new Set(chunks.filter(({ isEntry }) => isEntry));
for (const { imports } of firstLoad) for (const name of imports) firstLoad.add(chunkOf(name));

const parts = new Map<string, string>(); // the code of each part
for (const { code, map } of firstLoad) {
  const sources = new SourceMap(map as unknown as SourceMapPayload);
  for (const [line, text] of code.split("\n").entries())
    for (let column = 0; column < text.length; column++) {
      const entry = sources.findEntry(line, column);
      const part = partOf("originalSource" in entry ? entry.originalSource : undefined);
      parts.set(part, (parts.get(part) ?? "") + text[column]);
    }
}

const total = [...firstLoad].reduce((sum, { code }) => sum + gzipSync(code).length, 0);
const sizes = [...parts].map(([part, code]) => ({ part, size: gzipSync(code).length })).sort((a, b) => b.size - a.size);
console.log(`First load: ${total} bytes, gzipped. The parts, each compressed by itself:\n`);
for (const { part, size } of sizes) console.log(`${String(size).padStart(7)}  ${part}`);

/** The package, or the folder of `src`, that a source file belongs to. */
function partOf(source: string | undefined): string {
  if (!source) return "(generated)";
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  return name ?? source.replace(/^.*?\bsrc\//, "src/").replace(/^(src\/[^/]+\/).*/, "$1");
}
