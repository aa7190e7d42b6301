/** Why the user cannot write, and until when: that ends here by itself (W26). In slow mode, how long it takes until the next message (W24). */
import { createEffect, createMemo, createSignal, onCleanup, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import { onDemandStrings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import { serverTime } from "~/ui/server-time";

const MAX_TIMEOUT = 2 ** 31 - 1; // ms; a browser runs a longer timer at once

type State = Pick<Channel, "you" | "readOnly" | "receive" | "settings" | "timeline" | "unsent" | "refusal">;

export function createReadOnly(channel: State) {
  const until = createMemo(() => channel.you().readOnly?.until);
  createEffect(() => {
    const end = until();
    if (end === undefined) return;
    const wait = () => {
      const left = end - serverTime();
      if (left > 0) return void (timer = setTimeout(wait, Math.min(left, MAX_TIMEOUT)));
      const { readOnly: _ended, ...you } = channel.you();
      channel.receive([{ t: "you", d: you }]); // the channel says so, too, if it is connected
    };
    let timer = setTimeout(wait);
    onCleanup(() => clearTimeout(timer));
  });

  /** When one's latest message was sent (Unix ms), in slow mode. */
  const lastAt = createMemo(() => {
    const { you, settings, timeline } = channel;
    if (settings().slow === 0 || you().role || channel.readOnly()) return undefined;
    return timeline().messages.findLast(({ user }) => user.id === you().id)?.at;
  });
  const left = createCountdown(() => (lastAt() ?? -Infinity) + channel.settings().slow * 1_000);

  const whyReadOnly = createMemo(() => {
    const why = channel.readOnly();
    return why && refusalText({ code: "forbidden", ...why });
  });

  return {
    whyReadOnly,
    /** A refusal is in the place of the messages, unless the list has some that are not sent. */
    isInList: () => channel.refusal() !== undefined && channel.unsent.entries().length === 0,
    untilNext: createMemo(() => (left() > 0 ? onDemandStrings().readOnly.countdown(minutesAndSeconds(left())) : undefined)),
  };
}

/** The whole seconds until `end` (Unix ms), at least 0. */
function createCountdown(end: Accessor<number>): Accessor<number> {
  const [left, setLeft] = createSignal(0);
  createEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = () => {
      const ms = Math.max(0, end() - serverTime());
      setLeft(Math.ceil(ms / 1_000));
      if (ms > 0) timer = setTimeout(step, ms % 1_000 || 1_000);
    };
    step();
    onCleanup(() => clearTimeout(timer));
  });
  return left;
}

function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
