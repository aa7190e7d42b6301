/** If the user may not read the channel, takes it off the page, and finds out until when, and when that is over (W26, W29). */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, onCleanup, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import { CLOSE, type Reason } from "~/shared/protocol";
import type { Status, StrongSocket } from "~/socket/StrongSocket";
import { serverTime } from "~/ui/server-time";
import { askWelcome } from "./ask-welcome";

const REASONS = new Map<number, Reason>([
  [CLOSE.removed, "banned"],
  [CLOSE.membersOnly, "members_only"],
]);

const ASK_EVERY = 5_000; // ms, at most, while the user comes and goes
const ASK_AFTER_END = 1_000; // ms; the clocks may differ a little
const MAX_TIMEOUT = 2 ** 31 - 1; // ms; a browser runs a longer timer at once

/** Asks when the user comes back to the page, when the network is back, and when a ban ends. Connects once the answer allows it, and calls `onOver`. */
export function followRefusal(
  socket: Pick<StrongSocket, "closedFor" | "href">,
  status: Accessor<Status>,
  channel: Pick<Channel, "name" | "refuse" | "refusal" | "listen">,
  onOver: () => void,
): void {
  /** From the error before the close (W26). */
  let until: number | undefined;
  const stop = channel.listen((events) => {
    for (const event of events) if (event.t === "error" && event.d.reason === "banned") until = event.d.until;
  });
  onCleanup(stop);

  let askedAt = -Infinity;
  const ask = async () => {
    askedAt = performance.now();
    const { refusal, events } = await askWelcome(channel.name, new URL(socket.href).searchParams);
    const known = channel.refusal();
    if (!known || status() === "online") return; // it was over meanwhile
    if (refusal && refusal.until !== known.until) channel.refuse(refusal);
    if (events.length === 0) return;
    channel.refuse(undefined);
    onOver();
  };

  createEffect(() => {
    if (status() === "online" || !socket.closedFor) return;
    const { code, reason: message } = socket.closedFor;
    const reason = REASONS.get(code);
    if (!reason) return;
    channel.refuse({ code: "forbidden", reason, message, ...(reason === "banned" && until !== undefined && { until }) });
    void ask();
  });

  createEffect(() => {
    const refusal = channel.refusal();
    if (!refusal) return;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const askSoon = () => {
      clearTimeout(soon);
      if (document.visibilityState === "hidden") return;
      soon = setTimeout(() => void ask(), Math.max(0, askedAt + ASK_EVERY - performance.now()));
    };
    makeEventListener(document, "visibilitychange", askSoon);
    makeEventListener(window, "focus", askSoon);
    makeEventListener(window, "online", askSoon);
    const left = (refusal.until ?? -Infinity) - serverTime();
    const end = left > 0 && left < MAX_TIMEOUT ? setTimeout(() => void ask(), left + ASK_AFTER_END) : undefined;
    onCleanup(() => {
      clearTimeout(soon);
      clearTimeout(end);
    });
  });
}
