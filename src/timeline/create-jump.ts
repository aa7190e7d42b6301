/** Goes to a message: scrolls to it if it is loaded, otherwise shows the place of the history around it (W31). */
import type { Accessor } from "solid-js";
import { ask, RefusedError } from "~/channel/ask";
import type { Channel } from "~/channel/create-channel";
import type { TimelineItem } from "~/message-row/items";
import { PAGE_SIZE, type Page } from "~/shared/protocol";

interface JumpOptions {
  /** Makes the list show a page of the history. */
  showPage: (page: Page) => void;
  /** Scrolls to the item at an index of the whole list. `id` is its message. */
  scrollToIndex: (index: number, id: number) => void;
  /** The message does not exist (any more), or the channel has refused to tell, or did not answer. */
  onFail: (why: "gone" | RefusedError) => void;
}

/** Returns the command that goes to the message `id`. */
export function createJump(
  channel: Pick<Channel, "send" | "listen">,
  items: Accessor<readonly TimelineItem[]>,
  { showPage, scrollToIndex, onFail }: JumpOptions,
): (id: number) => Promise<void> {
  let jumps = 0;

  const scrollTo = (id: number): boolean => {
    const index = items().findIndex(({ message }) => message?.id === id);
    if (index >= 0) scrollToIndex(index, id);
    return index >= 0;
  };
  return async (id) => {
    const jump = ++jumps;
    if (scrollTo(id)) return;
    const answer = await ask(channel, { t: "history", d: { around: id, limit: PAGE_SIZE } }).catch((why: RefusedError) => why);
    if (jump !== jumps) return; // the reader has gone elsewhere
    if (answer instanceof RefusedError) return onFail(answer);
    if (!answer.messages.some((message) => message.id === id)) return onFail("gone");
    showPage(answer);
    scrollTo(id);
  };
}
