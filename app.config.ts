/** Vite's configuration: SolidStart, and the Worker with its Durable Objects in workerd, in `vite dev` and in the build alike. */
import { execFileSync } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { cloudflare } from "@cloudflare/vite-plugin";
import { solidStart } from "@solidjs/start/config";
import { defineConfig } from "vite";
import { emojiLines, type EmojiRecord, type Shortcodes } from "./src/emoji/build-emoji-data.ts";

process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false"; // else miniflare fetches workers.cloudflare.com/cf.json
process.env.WRANGLER_SEND_METRICS ??= "false";

const { version } = JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8")) as { version: string };

/** What worker/api.ts says of the build. */
const define = { BUILD_VERSION: JSON.stringify(version), BUILD_COMMIT: JSON.stringify(commit()) };
const require = createRequire(import.meta.url);

async function emojibase<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(require.resolve(`emojibase-data/en/${file}.json`), "utf8")) as T;
}

export default defineConfig({
  // Vite must not pre-bundle parts of SolidStart: a second copy of its server function registry
  // answers every `"use server"` call in `vite dev` with "invalid server function"
  optimizeDeps: { exclude: ["@solidjs/start"] },
  environments: {
    // What a first load needs is one file, with all that it imports: as three it is 1.6 kB more, compressed
    client: {
      build: {
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: "entry-client", test: /\/src\/entry-client/ }] } } },
      },
    },
    ssr: { define, build: { minify: true, sourcemap: true }, optimizeDeps: { exclude: ["@solidjs/start"] } },
  },
  plugins: [
    solidStart({ devOverlay: false }),
    // wrangler.toml's `main` is the built Worker; Vite starts from the source of it
    cloudflare({ viteEnvironment: { name: "ssr" }, config: { main: "worker/index.ts" } }),
    {
      // of 900 kB of data, the 30 kB that completion and picker need
      name: "emoji",
      resolveId: (id) => (id === "virtual:emoji" ? `\0${id}` : undefined),
      async load(id) {
        if (id !== "\0virtual:emoji") return undefined;
        const records = await emojibase<EmojiRecord[]>("data");
        const [github, own] = await Promise.all(["github", "emojibase"].map((set) => emojibase<Shortcodes>(`shortcodes/${set}`)));
        return `export default ${JSON.stringify(emojiLines(records, github!, own!))}`;
      },
    },
    {
      // SolidStart 2.0.5 ships the style sheets of its dev toolbar (16 kB) to production
      name: "no-dev-toolbar-css",
      enforce: "pre",
      load: (id) => (/@solidjs\/start\/dist\/shared\/(ui|dev-toolbar)\/.*\.css$/.test(id) ? "" : undefined),
    },
    {
      // else `wrangler dev` follows the plugin's redirect to a possibly stale build and skips [build]
      name: "no-deploy-redirect",
      apply: "build",
      buildApp: { order: "post", handler: () => rm(".wrangler/deploy", { recursive: true, force: true }) },
    },
  ],
});

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "unknown"; // no git, or no repository
  }
}
