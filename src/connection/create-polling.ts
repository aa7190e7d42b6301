/** Fetches new messages over HTTP while no socket can be opened, and finds out what is in the way. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import type { Status, StrongSocket } from "~/socket/StrongSocket";
import { askWelcome } from "./ask-welcome";

/** Attempts to connect that fail in a row before HTTP is tried. */
const TRIES = 3;
const POLL_EVERY = 15_000; // ms

/** HTTP works and sockets do not; too many connections from this address (W30); something asks for a sign-in; or nothing answers. */
export type Obstacle = "blocked" | "crowded" | "signIn" | "unreachable";

/** Returns what is in the way of the socket. `onBuild` learns the page's build that each answer names. */
export function createPolling(
  socket: Pick<StrongSocket, "href" | "closedFor" | "keepIdentity">,
  status: Accessor<Status>,
  channel: Pick<Channel, "name" | "receive" | "refuse">,
  onBuild: (build: string | undefined) => void,
): Accessor<Obstacle | undefined> {
  const [failures, setFailures] = createSignal(0);
  const [obstacle, setObstacle] = createSignal<Obstacle>();
  createEffect(
    on(status, (status, before) => {
      if (status === "online") {
        setFailures(0);
        setObstacle(undefined);
      }
      if (status !== "offline" || socket.closedFor) return;
      const failed = setFailures((failures) => failures + 1);
      if (before === "connecting" && failed < TRIES && document.visibilityState === "visible")
        void askWhy(socket.href).then((found) => failures() === failed && setObstacle(found));
    }),
  );
  const isStuck = createMemo(() => failures() >= TRIES);

  createEffect(() => {
    if (!isStuck()) return setObstacle(undefined);
    let isEnded = false;
    let request: AbortController | undefined;
    let resume: Record<string, string> = {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    let polledAt = -Infinity;

    const poll = async () => {
      if (document.visibilityState === "hidden") return; // the next visibilitychange goes on
      polledAt = performance.now();
      const latest = (request = new AbortController());
      const timeout = setTimeout(() => latest.abort(), POLL_EVERY); // some networks never answer
      const query = new URL(socket.href).searchParams;
      for (const [key, value] of Object.entries(resume)) query.set(key, value);
      const answer = await askWelcome(channel.name, query, latest.signal);
      const refusal = answer.obstacle === "blocked" ? await askWhy(socket.href, latest.signal) : undefined;
      clearTimeout(timeout);
      if (isEnded) return;
      if (answer.refusal) return channel.refuse(answer.refusal);
      setObstacle(refusal ?? answer.obstacle);
      const [welcome] = answer.events;
      if (welcome?.t === "welcome") {
        socket.keepIdentity(welcome.d.identity);
        channel.receive([welcome]);
        onBuild(welcome.d.build);
        resume = { since: String(welcome.d.seq), epoch: welcome.d.epoch, name: welcome.d.you.name };
      }
      schedule();
    };
    const schedule = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void poll(), Math.max(0, polledAt + POLL_EVERY - performance.now()));
    };
    schedule();
    makeEventListener(document, "visibilitychange", schedule);
    onCleanup(() => {
      isEnded = true;
      request?.abort();
      clearTimeout(timer);
    });
  });
  return obstacle;
}

/** Browsers do not say why a socket could not be opened. The health endpoint knows whether the site has refused it. */
async function askWhy(href: string, signal: AbortSignal | null = null): Promise<Obstacle | undefined> {
  const identity = new URL(href).searchParams.get("identity");
  const query = new URLSearchParams({ socket: "", ...(identity !== null && { identity }) });
  try {
    const { status } = await fetch(`/api/health?${query}`, { cache: "no-store", signal });
    return status === 429 ? "crowded" : undefined;
  } catch {
    return "unreachable";
  }
}
