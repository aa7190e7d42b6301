/** Runs one Worker with Durable Objects on bare workerd, on its own core, and reports the cost. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { newestWorkerd } from "./newest-workerd.ts";
import { onServerCore } from "./cores.ts";

export interface Program {
  /** Source by module name; the first is the entry. */
  modules: ReadonlyMap<string, string>;
  /** The exported classes of its objects, and the names under which they are bound. */
  objects: readonly { className: string; binding: string }[];
  /** Variables of the Worker. */
  vars?: Readonly<Record<string, string>>;
  /** Source of modules that each make a binding, by its name. */
  standIns?: Readonly<Record<string, string>>;
}

const COMPATIBILITY_DATE = "2026-10-06"; // wrangler.toml's
const START_WITHIN = 20_000; // ms
const MAX_KEPT_OUTPUT = 4_000; // characters

/** As for wrangler the one that this variable names; else the newest that there is. */
const WORKERD =
  process.env.MINIFLARE_WORKERD_PATH ??
  newestWorkerd ??
  (createRequire(import.meta.url)("workerd") as { default: string }).default;

/**
 * Runs `"$@"` and, once this shell's standard input ends, which it does when the bench is gone, however it went, kills
 * its whole process group.
 */
const WITH_WATCHDOG = 'exec 4<&0 </dev/null; { cat <&4 >/dev/null; kill -9 0; } & exec "$@" 4<&-';

/** The servers that run, by folder, so that a bench that ends early leaves nothing. */
const running = new Map<string, ChildProcess>();
process.once("exit", () => {
  for (const [folder, child] of running) {
    kill(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

export class Workerd implements AsyncDisposable {
  readonly pid: number;
  readonly port: number;
  readonly inspector: string | undefined;
  #child: ChildProcess;
  #folder: string;

  private constructor(child: ChildProcess, folder: string, port: number, inspector: string | undefined) {
    this.pid = child.pid!;
    this.port = port;
    this.inspector = inspector;
    this.#child = child;
    this.#folder = folder;
  }

  static async start(program: Program, options: { inspect?: boolean } = {}): Promise<Workerd> {
    const folder = await mkdtemp(join(tmpdir(), "edgewise-bench-"));
    await mkdir(join(folder, "storage"));
    for (const [name, source] of program.modules) await write(join(folder, "modules", name), source);
    for (const [name, source] of Object.entries(program.standIns ?? {})) await write(join(folder, "stand-ins", name), source);
    await write(join(folder, "config.capnp"), configOf(program));
    const inspect = options.inspect ? ["--inspector-addr=127.0.0.1:0"] : [];
    const command = onServerCore([WORKERD, "serve", "--experimental", "--control-fd=3", ...inspect, "config.capnp"]);
    const child = spawn("sh", ["-c", WITH_WATCHDOG, "sh", ...command], {
      cwd: folder,
      detached: true,
      stdio: ["pipe", "pipe", "pipe", "pipe"],
    });
    running.set(folder, child);
    let output = "";
    const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-MAX_KEPT_OUTPUT));
    child.stdout!.on("data", keep);
    child.stderr!.on("data", keep);
    try {
      const ports = await listening(child, options.inspect ? 2 : 1);
      return new Workerd(
        child,
        folder,
        ports.get("http")!,
        ports.has("inspector") ? `127.0.0.1:${ports.get("inspector")}` : undefined,
      );
    } catch (error) {
      throw new Error(`workerd did not start: ${(error as Error).message}\n${output}`, { cause: error });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const runs = this.#child.exitCode === null && this.#child.signalCode === null;
    const ended = runs && once(this.#child, "exit");
    kill(this.#child);
    await ended;
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 });
    running.delete(this.#folder);
  }
}

/** The ports, by socket, that workerd reports on its control pipe. */
function listening(child: ChildProcess, count: number): Promise<Map<string, number>> {
  return new Promise((resolve, reject) => {
    const ports = new Map<string, number>();
    let received = "";
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`it ended with ${code ?? signal}`)));
    AbortSignal.timeout(START_WITHIN).addEventListener("abort", () => reject(new Error(`not within ${START_WITHIN} ms`)));
    (child.stdio[3] as Readable).on("data", (chunk: Buffer) => {
      received += chunk.toString();
      for (const line of received.split("\n").slice(0, -1)) {
        const { event, socket, port } = JSON.parse(line) as { event: string; socket?: string; port?: number };
        if (event === "listen-inspector") ports.set("inspector", port!);
        if (event === "listen") ports.set(socket!, port!);
      }
      if (ports.size === count) resolve(ports);
    });
  });
}

/** workerd's configuration: one Worker, its objects with SQLite on the disk, one port. */
function configOf({ modules, objects, vars = {}, standIns = {} }: Program): string {
  const bindings = [
    ...objects.map(({ binding, className }) => `(name = ${quoted(binding)}, durableObjectNamespace = ${quoted(className)})`),
    ...Object.entries(vars).map(([name, text]) => `(name = ${quoted(name)}, text = ${quoted(text)})`),
    ...Object.keys(standIns).map((name) => `(name = ${quoted(name)}, wrapped = (moduleName = ${quoted(`bench:${name}`)}))`),
  ];
  const extensions = Object.keys(standIns).map(
    (name) =>
      `(modules = [(name = ${quoted(`bench:${name}`)}, internal = true, esModule = embed ${quoted(`stand-ins/${name}`)})])`,
  );
  const namespaces = objects.map(
    ({ className }) => `(className = ${quoted(className)}, uniqueKey = ${quoted(className)}, enableSql = true)`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .worker), (name = "storage", disk = (path = "storage", writable = true))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
  extensions = [${extensions.join(", ")}],
);

const worker :Workerd.Worker = (
  modules = [${[...modules.keys()].map((name) => `(name = ${quoted(name)}, esModule = embed ${quoted(`modules/${name}`)})`).join(", ")}],
  compatibilityDate = ${quoted(COMPATIBILITY_DATE)},
  bindings = [${bindings.join(", ")}],
  durableObjectNamespaces = [${namespaces.join(", ")}],
  durableObjectStorage = (localDisk = "storage"),
);
`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function kill({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // it has ended already
  }
}
