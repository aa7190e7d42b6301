/** One notice: what it says, its undo, and the way to be rid of it. */
import Undo from "lucide-solid/icons/undo-2";
import X from "lucide-solid/icons/x";
import { Show } from "solid-js";
import type { Chat } from "~/chat/create-chat";
import type { Notice } from "~/chat/create-notice";
import { strings } from "~/strings";
import "./NoticeLine.css";

const words = strings.notice;

export function NoticeLine(props: { notice: Notice; chat: Chat }) {
  const { hold, release, close, undo } = props.chat.notices;

  /** Its buttons go with it: who is on one is not left nowhere. */
  const andBack = (then: () => void) => () => {
    then();
    document.querySelector<HTMLElement>(".composer-text")?.focus();
  };

  return (
    <p class="notice" onPointerEnter={hold} onPointerLeave={release} onFocusIn={hold} onFocusOut={release}>
      {props.notice.text}
      <Show when={props.notice.undo}>
        <button type="button" class="notice-undo" aria-keyshortcuts="Control+Z" onClick={andBack(undo)}>
          <Undo size={16} aria-hidden="true" /> {words.undo}
        </button>
      </Show>
      <button type="button" class="notice-close" aria-label={words.close} onClick={andBack(close)}>
        <X size={16} aria-hidden="true" />
      </button>
    </p>
  );
}
