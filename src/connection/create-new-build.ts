/** Notices that the site serves a newer build of the page: the files of this one may be gone. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, createSignal, type Accessor } from "solid-js";
import type { Status, StrongSocket } from "~/socket/StrongSocket";

/**
 * The welcome names the build of its channel's object. In the middle of a deploy, that one may
 * be older than the pages, so the health endpoint decides. A script that cannot be loaded is another reason to ask.
 */
export function createNewBuild(socket: Pick<StrongSocket, "build">, status: Accessor<Status>) {
  const [newBuild, setNewBuild] = createSignal<string>();
  const own = document.documentElement.dataset.build;
  const check = async () => {
    const served = await servedBuild();
    if (served !== undefined) setNewBuild(served === own ? undefined : served);
  };
  const compare = (build: string | undefined) => {
    if (build !== own) void check();
  };
  createEffect(() => status() === "online" && compare(socket.build));
  makeEventListener(window, "vite:preloadError", () => void check()); // Vite's event for a failed import
  return {
    /** The id of the other build. */
    newBuild,
    /** Takes the build that a welcome without a socket names. */
    compare,
  };
}

/** `undefined` if it cannot be known now. */
async function servedBuild(): Promise<string | undefined> {
  try {
    const response = await fetch("/api/health", { cache: "no-store" });
    const { build } = (await response.json()) as { build?: unknown };
    return typeof build === "string" ? build : undefined;
  } catch {
    return undefined;
  }
}
