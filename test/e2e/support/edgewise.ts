/** Starts the built Worker on Miniflare or under `wrangler dev`, as its own process group on its own port, and stops or kills it. */
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** What the build leaves beside the Worker: wrangler.toml's settings with the paths of the build and without its `[build]`. */
export const CONFIG = fileURLToPath(new URL("../../../dist/server/wrangler.json", import.meta.url));
const WRANGLER = join(createRequire(import.meta.url).resolve("wrangler/package.json"), "../bin/wrangler.js");
const MINIFLARE = fileURLToPath(new URL("miniflare.ts", import.meta.url));
const START_WITHIN = 100_000; // ms
const STOP_WITHIN = 10_000; // ms, then it is killed

/**
 * Runs `"$@"` and, once this shell's standard input ends, kills its whole process group: the server, its workerds, itself.
 * Standard input ends when the test process does, however that dies; so nothing is ever left behind.
 */
const WITH_WATCHDOG = 'exec 3<&0 </dev/null; { cat <&3 >/dev/null; kill -9 0; } & exec "$@" 3<&-';

export interface Options {
  /** Runs it as users do. It takes three times as long to start as Miniflare, and has a proxy before the Worker. */
  wranglerDev?: boolean;
  /** Variables of the Worker: `{ LIMITS_SCALE: 1000 }`. */
  vars?: Record<string, string | number>;
  /** Left alone afterwards. A temporary folder of its own unless given. */
  storage?: string;
  /** A free one unless given. */
  port?: number;
}

export interface Edgewise extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Where the objects are stored. */
  readonly storage: string;
  /** All that the server has printed. */
  readonly output: string;
  /** As Ctrl-C does; then the storage, unless it was given, is removed. */
  stop(): Promise<void>;
  /** SIGKILL to all of its processes at once. The storage stays, for `restart`. */
  kill(): Promise<void>;
  /** SIGKILL to the workerd that runs the Worker: all sockets drop with 1006, and a new one starts behind the same port. */
  killRuntime(): Promise<void>;
  /** Stops it if it runs, and starts it on the same port with the same storage. */
  restart(): Promise<void>;
}

/** wrangler's environment: it calls nobody, prints plainly, and takes no variables from a developer's `.env`. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_SEND_METRICS: "false",
  NO_COLOR: "1",
  FORCE_COLOR: "0",
};

/** Runs wrangler to its end and returns what it printed. */
export function wrangler(...args: string[]): string {
  requireBuild();
  return execFileSync(process.execPath, [WRANGLER, ...args], { env: ENVIRONMENT, encoding: "utf8" });
}

export async function startEdgewise(options: Options = {}): Promise<Edgewise> {
  requireBuild();
  const storage = options.storage ?? (await mkdtemp(join(tmpdir(), "edgewise-")));
  let running = await launch(storage, options.port ?? 0, options);
  const { port, url } = running;

  async function stop(): Promise<void> {
    await end(running.process, "SIGTERM");
    if (options.storage === undefined) await rm(storage, { recursive: true, force: true });
  }

  return {
    url,
    port,
    storage,
    get output() {
      return running.output();
    },
    stop,
    kill: () => end(running.process, "SIGKILL"),
    async killRuntime() {
      process.kill(await runtime(running.process), "SIGKILL");
      await answering(url);
    },
    async restart() {
      await end(running.process, "SIGTERM");
      running = await launch(storage, port, options);
    },
    [Symbol.asyncDispose]: stop,
  };
}

function requireBuild(): void {
  if (!existsSync(CONFIG)) throw new Error("The Worker is not built: run `npm run build` first.");
}

/** What Node runs. */
function server(storage: string, port: number, { vars = {}, wranglerDev }: Options): string[] {
  if (!wranglerDev) return [MINIFLARE, CONFIG, storage, String(port), JSON.stringify(vars)];
  const address = ["--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0"];
  const bindings = Object.entries(vars).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
  return [WRANGLER, "dev", "--config", CONFIG, ...address, "--persist-to", storage, ...bindings];
}

async function launch(storage: string, port: number, options: Options) {
  // each wrangler watches a registry of its own: in the common one they would hear of each other
  const env = { ...ENVIRONMENT, WRANGLER_REGISTRY_PATH: join(storage, "registry") };
  const child = spawn("sh", ["-c", WITH_WATCHDOG, "sh", process.execPath, ...server(storage, port, options)], {
    detached: true,
    env,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The server ${why}. It said:\n${output}`));
    AbortSignal.timeout(START_WITHIN).addEventListener("abort", () => fail(`was not ready within ${START_WITHIN} ms`));
    child.once("error", reject);
    child.once("exit", (code, signal) => fail(`ended with ${code ?? signal}`));
    child.stdout.on("data", () => {
      const ready = /Ready on (http:\/\/[\d.:]+)\s/.exec(output);
      if (ready) resolve(ready[1]!);
    });
  }).catch(async (error: unknown) => {
    await end(child, "SIGKILL");
    throw error;
  });
  await answering(url);
  return { process: child, url, port: Number(new URL(url).port), output: () => output };
}

/** Waits until the Worker itself answers: while it starts anew, nothing listens, or wrangler's proxy answers that it cannot. */
async function answering(url: string): Promise<void> {
  const deadline = Date.now() + START_WITHIN;
  for (;;) {
    try {
      const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(START_WITHIN) });
      await response.arrayBuffer();
      if (response.ok) return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    if (Date.now() > deadline) throw new Error(`${url} is not healthy.`);
    await wait(20);
  }
}

/** Signals the server, waits for its end, and leaves nothing of its process group. */
async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  const ended = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
  if (ended && signal === "SIGTERM") {
    child.kill(signal);
    await Promise.race([ended, wait(STOP_WITHIN, undefined, { ref: false })]);
  }
  killGroup(child);
  await ended;
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // it has ended already
  }
}

/** The workerd that runs the Worker. wrangler's proxy is one, too, and must not be killed: only the other has an inspector. */
async function runtime({ pid }: ChildProcess): Promise<number> {
  // not execFileSync: clients in this process go on meanwhile, so that a kill meets them in the middle of something
  const { stdout } = await promisify(execFile)("ps", ["-A", "-ww", "-o", "pid=,pgid=,args="]);
  const processes = [...stdout.matchAll(/^ *(\d+) +(\d+) .*\/workerd serve .*$/gm)].filter(
    ([, , group]) => Number(group) === pid,
  );
  const found = processes.find(([line]) => line.includes("--inspector-addr")) ?? processes[0];
  if (!found) throw new Error("There is no workerd.");
  return Number(found[1]);
}
