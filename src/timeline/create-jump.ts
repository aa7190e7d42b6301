/** Scrolls to a message, and loads older messages until it is there. */
import { createEffect, createSignal, untrack, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import type { TimelineItem } from "~/message-row/items";

/** The channel would rate-limit a jump that loads more pages than this. */
const MAX_PAGES = 10;

/** Why a message cannot be shown: there is no connection, it is too far back, or it does not exist (any more). */
export type JumpFailure = "offline" | "tooFar" | "gone";

interface JumpOptions {
  /** Scrolls to the item at an index of the whole list. `id` is its message. */
  scrollToIndex: (index: number, id: number) => void;
  onFail: (why: JumpFailure) => void;
}

/** Returns the command that jumps to the message `id`. */
export function createJump(
  channel: { timeline: Channel["timeline"]; older: Pick<Channel["older"], "load" | "loading"> },
  items: Accessor<readonly TimelineItem[]>,
  { scrollToIndex, onFail }: JumpOptions,
): (id: number) => void {
  const [target, setTarget] = createSignal<number | undefined>(undefined, { equals: false });
  let pages = 0;

  createEffect(() => {
    const id = target();
    if (id === undefined) return;
    const index = items().findIndex(({ message }) => message?.id === id);
    if (index < 0 && channel.older.loading()) return; // runs again when that page is here
    const isOlder = index < 0 && isBeforeLoaded(id);
    if (isOlder && pages < MAX_PAGES) {
      pages++;
      untrack(channel.older.load);
      if (untrack(channel.older.loading)) return;
    }
    setTarget(undefined);
    if (index >= 0) return untrack(() => scrollToIndex(index, id));
    onFail(!isOlder ? "gone" : pages < MAX_PAGES ? "offline" : "tooFar");
  });

  /** Whether the message may be among those that are not loaded. */
  function isBeforeLoaded(id: number): boolean {
    const { messages, more } = channel.timeline();
    return more && messages[0] !== undefined && id < messages[0].id;
  }

  return (id) => {
    pages = 0;
    setTarget(id);
  };
}
