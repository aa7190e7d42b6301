/** One notice: what it says, its undo, and the way to be rid of it. */
import Undo from "lucide/dist/esm/icons/undo-2.mjs";
import X from "lucide/dist/esm/icons/x.mjs";
import { Show } from "solid-js";
import type { Chat } from "~/channel/create-channel";
import type { Notice } from "./create-toasts";
import { strings } from "~/strings";
import { Icon } from "~/ui/Icon";
import { hasSoftKeyboard, toComposer } from "~/keyboard/focus";
import { isApple } from "~/keyboard/keys";
import "./Toast.css";

const words = strings.notice;

export function NoticeLine(props: { notice: Notice; chat: Chat }) {
  const { hold, release, close, undo } = props.chat.notices;

  /** Its buttons go with it: who is on one is not left nowhere. A finger that taps one would only get the keyboard of its screen. */
  const andBack = (then: () => void) => (event: MouseEvent) => {
    then();
    if (event.detail === 0 || !hasSoftKeyboard()) toComposer();
  };

  return (
    <p class="notice" onPointerEnter={hold} onPointerLeave={release} onFocusIn={hold} onFocusOut={release}>
      {props.notice.text}
      <Show when={props.notice.undo}>
        <button type="button" class="notice-undo" aria-keyshortcuts={isApple() ? "Meta+Z" : "Control+Z"} onClick={andBack(undo)}>
          <Icon of={Undo} size={16} /> {words.undo}
        </button>
      </Show>
      <button type="button" class="notice-close" aria-label={words.close} onClick={andBack(close)}>
        <Icon of={X} size={16} />
      </button>
    </p>
  );
}
