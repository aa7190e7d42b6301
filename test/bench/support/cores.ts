/** Pins the server and its clients to different cores, if the machine has `taskset` and several cores. */
import { execFileSync, spawnSync } from "node:child_process";
import { availableParallelism, cpus } from "node:os";

/** Counted before this process binds itself to some. */
const CORES = availableParallelism();

export const isPinned = CORES > 1 && spawnSync("taskset", ["--version"]).status === 0;

/** The machine in a few words: its processor, how many cores of it, and how they are shared. */
export const machine = `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${CORES} cores${isPinned ? ": one for the server, the clients on the rest" : ""}`;

/** Binds this process, which holds the clients, to all cores but the first. */
export function leaveServerCore(): void {
  if (isPinned) execFileSync("taskset", ["-apc", CORES === 2 ? "1" : `1-${CORES - 1}`, String(process.pid)], { stdio: "ignore" });
}

/** `command`, bound to the first core. */
export function onServerCore(command: string[]): string[] {
  return isPinned ? ["taskset", "-c", "0", ...command] : command;
}
