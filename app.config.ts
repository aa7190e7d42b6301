/** Vite's configuration, for `vite dev` and the build: SolidStart, and the Worker with its Durable Objects in workerd. */
import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { cloudflare } from "@cloudflare/vite-plugin";
import { solidStart } from "@solidjs/start/config";
import { defineConfig } from "vite";
import { commit } from "./build/commit.ts";
import { emojiLines, emojiWords } from "./build/emoji-data.ts";
import { buildServiceWorker, type Manifest } from "./build/service-worker.ts";
import { LANGUAGES } from "./src/shared/languages.ts";
import { SUPPORTED_BROWSERS } from "./src/shared/supported-browsers.ts";
import { staticFileHeaders } from "./worker/http/security-headers.ts";

process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false"; // otherwise miniflare fetches workers.cloudflare.com/cf.json
process.env.WRANGLER_SEND_METRICS ??= "false";

// The plugin warns that Vite ignores these options of wrangler.toml, which are for wrangler
const { warn } = console;
const EXPECTED = /using Vite:\n {2}- `no_bundle`, `build`, `rules` which [^\n]*\n$/;
console.warn = (...what: unknown[]) => EXPECTED.test(String(what[0])) || warn(...what);

const { version } = JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8")) as { version: string };

const target = Object.entries(SUPPORTED_BROWSERS).map(([browser, version]) => browser + version);

/** The constants that worker/http/routes/health.ts answers with. */
const define = { BUILD_VERSION: JSON.stringify(version), BUILD_COMMIT: JSON.stringify(commit()) };

export default defineConfig({
  // Vite must not pre-bundle parts of SolidStart: a second copy of its server function registry
  // answers every `"use server"` call in `vite dev` with "invalid server function"
  optimizeDeps: { exclude: ["@solidjs/start"] },
  build: { rolldownOptions: { checks: { bundlerTimings: false } } }, // else it prints which plugin takes how long
  environments: {
    // The first load's script is one file with all its imports: as three files it is 1.6 kB larger, compressed
    client: {
      build: {
        target,
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: "entry-client", test: /\/src\/(entry-client|strings\/formats)/ },
                // All that each page loads as soon as it is idle, and the button that it needs after the first scrolling: one request instead of fifteen
                {
                  name: "when-idle",
                  test: /\/src\/(composer\/(Composer(Mode|Notes)|FileTools)|page\/ChannelNotices|search\/(SearchButton|SearchPanel|VisitedSearch|FoundMessage)|ui\/(SidePanel|ExportLinks)|page\/(Away|SideBarTools)|connection\/ConnectionBar|page\/CookieNotice|ui\/reload|ui\/copy-by-selection|sidebar\/(UnreadCounts|find-channel)|message-row\/RowStatus|timeline\/(TypingSentence|Jump(ToLatest)?|NewerMessages|KeepRows|OlderMessages|load-at-end)|toasts\/Toast)\.tsx?$/,
                },
                {
                  name: "dialogs",
                  test: /\/src\/(keyboard\/KeyMap|settings\/Settings|identity\/OpenedLink|people\/PeopleList)\.tsx/,
                },
                { name: "channel-info", test: /\/src\/(people\/RoleBadge|page\/ChannelInfo)\.tsx/ },
              ],
            },
          },
        },
      },
    },
    ssr: { define, build: { minify: true, sourcemap: true }, optimizeDeps: { exclude: ["@solidjs/start"] } },
  },
  plugins: [
    {
      // There are none, and SolidStart would wait 1 s for more of them
      name: "no-server-functions",
      enforce: "pre",
      load: (id) => (id === "solid-start:server-fn-manifest" ? "" : undefined),
    },
    {
      name: "no-serializer",
      apply: "build",
      enforce: "pre",
      applyToEnvironment: ({ name }) => name === "ssr",
      resolveId: (id) =>
        /^seroval(-plugins\/web)?$/.test(id) ? fileURLToPath(new URL("build/no-serializer.ts", import.meta.url)) : undefined,
    },
    solidStart({
      devOverlay: false,
      // Without these two, Babel also parses every other file, twice: for JSX, and for server functions
      solid: { include: /\.[jt]sx(\?|$)/ },
      serverFunctions: { filter: { exclude: /./ } },
    }),
    // wrangler.toml's `main` is the built Worker; Vite builds it from this source
    cloudflare({ viteEnvironment: { name: "ssr" }, config: { main: "worker/index.ts" } }),
    {
      // emojibase has 900 kB of data; the completion and the picker need 30 kB of it
      name: "emoji",
      resolveId: (id) => (id.startsWith("virtual:emoji") ? `\0${id}` : undefined),
      load(id) {
        if (!id.startsWith("\0virtual:emoji")) return undefined;
        const [, language] = id.split("/"); // of `virtual:emoji-words/de`
        return `export default ${JSON.stringify(language ? emojiWords(language) : emojiLines())}`;
      },
    },
    {
      // The build of the page, by which an open page recognises a newer one
      name: "build-id",
      resolveId: (id) => (id === "virtual:build-id" ? `\0${id}` : undefined),
      async load(id) {
        if (id !== "\0virtual:build-id") return undefined;
        return `export default ${JSON.stringify(this.environment.mode === "build" ? await buildId() : "dev")}`;
      },
    },
    {
      // The files of the languages: the page has the addresses of its own two. Imported by name, all would be named in the first load
      name: "language-files",
      buildStart() {
        if (this.environment.name !== "client" || this.environment.mode !== "build") return;
        for (const source of Object.keys(LANGUAGES).flatMap(stringsOf))
          this.emitFile({ type: "chunk", id: fileURLToPath(new URL(source, import.meta.url)) });
      },
      resolveId: (id) => (id === "virtual:language-files" ? `\0${id}` : undefined),
      async load(id) {
        if (id !== "\0virtual:language-files") return undefined;
        const manifest = this.environment.mode === "build" ? await clientManifest() : undefined;
        const addressOf = (source: string) => `/${manifest ? manifest[source]!.file : source}`;
        const files = Object.keys(LANGUAGES).map((language) => [language, stringsOf(language).map(addressOf)]);
        return `export default ${JSON.stringify(Object.fromEntries(files))}`;
      },
    },
    {
      // SolidStart 2.0.5 ships parts of its dev toolbar to production: 16 kB of styles, 1 kB of scripts
      name: "no-dev-toolbar",
      enforce: "pre",
      load(id) {
        if (/@solidjs\/start\/dist\/shared\/(ui|dev-toolbar)\/.*\.css$/.test(id)) return "";
        return id.endsWith("@solidjs/start/dist/shared/dev-toolbar/index.jsx")
          ? "export const DevToolbar = undefined"
          : undefined;
      },
    },
    {
      // the headers of static files, from the same source as those of the Worker's responses
      name: "static-file-headers",
      apply: "build",
      applyToEnvironment: ({ name }) => name === "client",
      generateBundle() {
        this.emitFile({ type: "asset", fileName: "_headers", source: staticFileHeaders() });
      },
    },
    {
      name: "service-worker",
      apply: "build",
      applyToEnvironment: ({ name }) => name === "client",
      writeBundle: {
        order: "post",
        sequential: true,
        handler: async ({ dir }) => buildServiceWorker(dir!, target, await clientManifest(), await buildId()),
      },
    },
    {
      // Without this, `wrangler dev` follows the plugin's redirect to a build that may be stale, and skips [build]
      name: "no-deploy-redirect",
      apply: "build",
      // at once: a build that is stopped afterwards must not leave it
      writeBundle: { order: "post", sequential: true, handler: () => rm(".wrangler/deploy", { recursive: true, force: true }) },
    },
  ],
});

/** The sentences of a page in one language: those of its first load, and those that load on demand. */
const stringsOf = (language: string) => [`src/strings/${language}.ts`, `src/strings/on-demand/${language}.ts`];

/** Vite's list of the client's files. SolidStart builds the client first. */
const manifestText = () => readFile(new URL("dist/client/.vite/manifest.json", import.meta.url), "utf8");

/** The built files, by their sources. */
async function clientManifest() {
  return JSON.parse(await manifestText()) as Manifest;
}

/** A hash of the client's files, by their names: each contains a hash of its content. The same content is the same build. */
async function buildId(): Promise<string> {
  return createHash("sha256")
    .update(await manifestText())
    .digest("hex")
    .slice(0, 12);
}
