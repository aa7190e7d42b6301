/** Builds the service worker: one file of its own, beside the files of the client that it keeps. */
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { BuiltFile } from "../src/service-worker/build.ts";

const ENTRY = fileURLToPath(new URL("../src/service-worker/main.ts", import.meta.url));
/** The files of a language, by the beginning of its tag: `pt` of `pt-BR`. */
const OF_LANGUAGE = /^(?:src\/strings\/(?:on-demand\/|staff\/)?|virtual:emoji-words\/)([a-z]{2})(?:-\w+)?(?:\.ts)?$/;

/** Vite's list of the client's files, by their sources. */
export type Manifest = Record<string, { file: string }>;

/** `manifest` is Vite's list of the client's files, and `id` that of the build. */
export async function buildServiceWorker(outDir: string, target: string[], manifest: Manifest, id: string): Promise<void> {
  const files = Object.entries(manifest).map(([source, { file }]): BuiltFile => {
    const [, language] = OF_LANGUAGE.exec(source) ?? [];
    return { path: `/${file}`, ...(language !== undefined && { language }) };
  });
  await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    resolve: { alias: { "~": fileURLToPath(new URL("../src", import.meta.url)) } },
    define: { BUILD_ID: JSON.stringify(id), BUILD_FILES: JSON.stringify(files) },
    build: {
      outDir,
      target,
      emptyOutDir: false,
      rolldownOptions: {
        checks: { emptyImportMeta: false }, // of Vite's preload helper, which one file alone does not need
        input: ENTRY,
        output: { format: "iife", entryFileNames: "_sw.js" },
      },
    },
  });
}
