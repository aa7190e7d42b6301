/**
 * Goes to messages: to those that others of the page name, and to the one in the page's address (W32). Focuses and highlights them, or
 * says why that is not possible. Loaded when the page is idle.
 */
import { createEffect, createSignal, on, onCleanup, Show, untrack } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import type { TimelineItem } from "~/message-row/items";
import { useStatus } from "~/socket/SocketProvider";
import { onDemandStrings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import { createJump } from "./create-jump";
import { createPast } from "./create-past";

const NOTE_SHOWN_FOR = 6_000; // ms
const HIGHLIGHTED_FOR = 2_000; // ms
const ROW_WITHIN = 30; // animation frames until a row that was scrolled to is in the document

interface JumpProps {
  scroller: HTMLElement;
  /** The whole list. */
  items: readonly TimelineItem[];
  /** The id of the message that the page's address names. */
  linked: number | undefined;
  isAtEnd: () => boolean;
  scrollToIndex: (index: number) => void;
  scrollToNewest: () => void;
  /** Gets the command that jumps to the message `id`. */
  onReady: (scrollTo: (id: number) => void) => void;
}

export function Jump(props: JumpProps) {
  const channel = useChannel();
  const status = useStatus();
  const [note, setNote] = createSignal("");
  const [target, setTarget] = createSignal<number | undefined>(undefined, { equals: false });
  let leftAt: number | undefined; // the message at which a reader was who followed a link

  const past = createPast(channel);
  onCleanup(past.stop);
  const jump = createJump(channel, () => props.items, {
    showPage: past.showPage,
    scrollToIndex(index, id) {
      if (!rowOf(props.scroller, id)) props.scrollToIndex(index);
      void highlight(props.scroller, id);
    },
    onFail(why) {
      setNote(why === "gone" ? onDemandStrings().jump.gone : refusalText(why));
      setTimeout(() => setNote(""), NOTE_SHOWN_FOR);
    },
  });
  createEffect(() => {
    const id = target();
    if (id === undefined || (status() === "connecting" && !untrack(() => channel.messageOf(id)))) return;
    setTarget(undefined);
    untrack(() => void jump(id));
  });
  props.onReady(setTarget);

  createEffect(
    on(
      () => props.linked,
      (id, before: number | undefined, isNext: true | undefined) => {
        if (id !== undefined && before === undefined && isNext) leftAt = props.isAtEnd() ? undefined : idInView(props.scroller);
        if (id !== undefined) setTarget(id);
        else if (leftAt !== undefined && !props.isAtEnd()) setTarget(leftAt);
        else if (before !== undefined) props.scrollToNewest();
        return true as const;
      },
    ),
  );

  return (
    <output class="note">
      <Show when={note()} keyed>
        {(text) => <span>{text}</span>}
      </Show>
    </output>
  );
}

/** The id of the first message in view. */
function idInView(scroller: HTMLElement): number | undefined {
  const { top } = scroller.getBoundingClientRect();
  const rows = [...scroller.querySelectorAll<HTMLElement>("[data-id]")];
  const row = rows.find((row) => row.getBoundingClientRect().top >= top);
  return row && Number(row.dataset.id);
}

function rowOf(scroller: HTMLElement, id: number): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`[data-id="${id}"]`);
}

/** Scrolls to a message once its row is in the document, focuses it, and highlights it for a moment. */
async function highlight(scroller: HTMLElement, id: number): Promise<void> {
  for (let frames = ROW_WITHIN; frames > 0; frames--) {
    await new Promise(requestAnimationFrame);
    const row = rowOf(scroller, id);
    if (!row) continue;
    row.scrollIntoView({ block: "center" });
    row.focus({ preventScroll: true });
    row.animate([{ background: "var(--found)", offset: 0.5 }, {}], HIGHLIGHTED_FOR);
    return;
  }
}
