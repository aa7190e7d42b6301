/** Runs the built Worker on Miniflare, as `wrangler dev` does, but without its bundler, its watcher and its proxy. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as MiniflarePackage from "miniflare";

/** What is read of the build's wrangler.json. */
interface Config {
  name: string;
  main: string;
  compatibility_date: string;
  vars: Record<string, string | number>;
  assets: { directory: string };
  durable_objects: { bindings: { name: string; class_name: string }[] };
  ratelimits: { name: string; namespace_id: string; simple: { limit: number; period: 10 | 60 } }[];
}

const [configPath, storage, port, vars] = process.argv.slice(2) as [string, string, string, string];
const config = JSON.parse(readFileSync(configPath, "utf8")) as Config;
const folder = dirname(configPath);
const wrangler = createRequire(import.meta.url).resolve("wrangler/package.json");
const { convertV4MiniflareOptions, Miniflare } = createRequire(wrangler)("miniflare") as typeof MiniflarePackage;

const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
const modules = [config.main, ...files.filter((file) => file !== config.main)]; // the first one is the entry
const objects = config.durable_objects.bindings.map(({ name, class_name }) => [name, { className: class_name, useSQLite: true }]);
const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    host: "127.0.0.1",
    port: Number(port),
    resourcePersistencePath: join(storage, "v3"), // where wrangler has it
    unsafeInspectDurableObjects: true, // as in wrangler: each object notes its name
    name: config.name,
    compatibilityDate: config.compatibility_date,
    modulesRoot: folder,
    modules: modules.map((file) => ({ type: "ESModule", path: join(folder, file) })),
    bindings: { ...config.vars, ...(JSON.parse(vars) as Config["vars"]) },
    durableObjects: Object.fromEntries(objects),
    ratelimits: Object.fromEntries(config.ratelimits.map(({ name, ...limit }) => [name, limit])),
    assets: { directory: join(folder, config.assets.directory), routerConfig: { has_user_worker: true } },
  }),
);
const { origin } = await miniflare.ready;
console.log(`Ready on ${origin}`);
process.once("SIGTERM", () => void miniflare.dispose().then(() => process.exit()));
