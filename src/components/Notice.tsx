/** A short notice above the composer, said politely, with its undo: by button, or Ctrl+Z. */
import Undo from "lucide-solid/icons/undo-2";
import X from "lucide-solid/icons/x";
import { onCleanup, onMount, Show } from "solid-js";
import type { Chat } from "~/chat/create-chat";
import { strings } from "~/strings";
import { isWriting } from "./is-writing";
import "./Notice.css";

const words = strings.notice;

export function Notice(props: { chat: Chat }) {
  const { notice, hold, release, close, undo } = props.chat.notices;

  onMount(() => {
    const left = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || !notice()?.undo || isWriting(event.target)) return; // what is written has an undo of its own
      event.preventDefault();
      undo();
    };
    document.addEventListener("keydown", onKeyDown, left);
    onCleanup(() => left.abort());
  });

  /** Its buttons go with it: who is on one is not left nowhere. */
  const andBack = (then: () => void) => () => {
    then();
    document.querySelector<HTMLElement>(".composer-text")?.focus();
  };

  return (
    <output class="notices">
      <Show when={notice()}>
        {(shown) => (
          <p class="notice" onPointerEnter={hold} onPointerLeave={release} onFocusIn={hold} onFocusOut={release}>
            {shown().text}
            <Show when={shown().undo}>
              <button type="button" class="notice-undo" aria-keyshortcuts="Control+Z" onClick={andBack(undo)}>
                <Undo size={16} aria-hidden="true" /> {words.undo}
              </button>
            </Show>
            <button type="button" class="notice-close" aria-label={words.close} onClick={andBack(close)}>
              <X size={16} aria-hidden="true" />
            </button>
          </p>
        )}
      </Show>
    </output>
  );
}
