/** The compared Workers: the built Edgewise, and six controls that do less. The names are those in the results. */
import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { type Program, Workerd } from "./workerd.ts";

export const CONTROLS = ["raw", "rawsql", "crossws", "partyserver", "batch", "drop"] as const;
export const RIVALS = ["edgewise", ...CONTROLS] as const;
export type RivalName = (typeof RIVALS)[number];

/** A Worker, and how its clients speak to it. */
export interface Rival {
  name: RivalName;
  path: (channel: string) => string;
  /** The frame with which a client writes the `number`th message of its own. */
  message: (text: string, number: number) => string;
  program: Program;
}

const BUILT = fileURLToPath(new URL("../../../dist/server/", import.meta.url));
const CONTROLS_FOLDER = fileURLToPath(new URL("../controls/", import.meta.url));

/** Out of the way: it multiplies each limit. */
export const NO_LIMITS = 100_000;

/** What of wrangler.toml the build leaves beside the Worker. */
interface Settings {
  durable_objects: { bindings: { name: string; class_name: string }[] };
  ratelimits: { name: string }[];
}

const loaded = new Map<RivalName, Promise<Rival>>();

/** Reads or bundles a rival, once. */
export function rival(name: RivalName): Promise<Rival> {
  let loading = loaded.get(name);
  if (!loading) {
    loading = name === "edgewise" ? edgewise() : control(name);
    loaded.set(name, loading);
  }
  return loading;
}

/** Starts it. `limitsScale` is for Edgewise: the controls limit nobody. */
export function start({ program }: Rival, limitsScale = NO_LIMITS, options?: { inspect?: boolean }): Promise<Workerd> {
  return Workerd.start({ ...program, vars: { LIMITS_SCALE: String(limitsScale) } }, options);
}

/** The modules of a built Worker by their names; the first is the entry. */
export async function builtModules(folder: string): Promise<Map<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Error("The Worker is not built: run `npm run build` first.");
  });
  const paths = files.filter(({ name }) => name.endsWith(".js")).map(({ parentPath, name }) => join(parentPath, name));
  const modules = new Map([["index.js", await readFile(join(folder, "index.js"), "utf8")]]);
  for (const path of paths) modules.set(relative(folder, path), await readFile(path, "utf8"));
  return modules;
}

async function edgewise(): Promise<Rival> {
  const settings = JSON.parse(await readFile(join(BUILT, "wrangler.json"), "utf8")) as Settings;
  const { bindings } = settings.durable_objects;
  const noLimit = await readFile(join(CONTROLS_FOLDER, "no-limit.js"), "utf8");
  return {
    name: "edgewise",
    path: (channel) => `/_ws/${channel}`, // no cookie: each is a user of their own
    message: (text, number) => JSON.stringify({ t: "chat", d: { cid: String(number), text } }),
    program: {
      modules: await builtModules(BUILT),
      objects: bindings.map(({ name, class_name }) => ({ binding: name, className: class_name })),
      standIns: Object.fromEntries(settings.ratelimits.map(({ name }) => [name, noLimit])),
    },
  };
}

async function control(name: RivalName): Promise<Rival> {
  return {
    name,
    path: (channel) => `/${channel}`,
    message: (content, number) =>
      JSON.stringify({ type: "add", id: `${content.split("~")[1]}`, user: `Guest ${number}`, role: "user", content }),
    program: {
      modules: new Map([["index.js", await bundle(join(CONTROLS_FOLDER, `${name}.js`))]]),
      objects: [{ className: "Room", binding: "ROOM" }],
    },
  };
}

async function bundle(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: true, target: "webworker" },
    build: {
      ssr: entry,
      write: false,
      minify: true,
      rolldownOptions: { external: [/^cloudflare:/], output: { codeSplitting: false } },
    },
  });
  if (Array.isArray(output) || !("output" in output)) throw new Error(`${entry} was not bundled whole.`);
  return output.output[0].code;
}
