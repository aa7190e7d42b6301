/** Jumps to a message, focuses and highlights it, or says why that is not possible. Loaded when the page is idle. */
import { createSignal, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import type { TimelineItem } from "~/message-row/items";
import { onDemandStrings } from "~/strings/current";
import { createJump } from "./create-jump";

const NOTE_SHOWN_FOR = 6_000; // ms
const HIGHLIGHTED_FOR = 2_000; // ms
const ROW_WITHIN = 30; // animation frames until a row that was scrolled to is in the document

interface JumpProps {
  scroller: HTMLElement;
  /** The whole list. */
  items: readonly TimelineItem[];
  scrollToIndex: (index: number) => void;
  /** Gets the command that jumps to the message `id`. */
  onReady: (scrollTo: (id: number) => void) => void;
}

export function Jump(props: JumpProps) {
  const channel = useChannel();
  const [note, setNote] = createSignal("");
  const scrollTo = createJump(channel, () => props.items, {
    scrollToIndex(index, id) {
      props.scrollToIndex(index);
      void highlight(props.scroller, id);
    },
    onFail(why) {
      setNote(onDemandStrings().jump[why]);
      setTimeout(() => setNote(""), NOTE_SHOWN_FOR);
    },
  });
  props.onReady(scrollTo);
  return (
    <output class="note">
      <Show when={note()} keyed>
        {(text) => <span>{text}</span>}
      </Show>
    </output>
  );
}

/** Focuses a message once its row is in the document, and highlights it for a moment. */
async function highlight(scroller: HTMLElement, id: number): Promise<void> {
  for (let frames = ROW_WITHIN; frames > 0; frames--) {
    await new Promise(requestAnimationFrame);
    const row = scroller.querySelector<HTMLElement>(`[data-id="${id}"]`);
    if (!row) continue;
    row.focus({ preventScroll: true });
    row.animate([{ background: "var(--found)", offset: 0.5 }, {}], HIGHLIGHTED_FOR);
    return;
  }
}
