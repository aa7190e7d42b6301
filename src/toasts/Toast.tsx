/** One toast: its text, its undo button and its close button. */
import Undo from "lucide/dist/esm/icons/undo-2.mjs";
import X from "lucide/dist/esm/icons/x.mjs";
import { Show } from "solid-js";
import { focusComposer, hasSoftKeyboard } from "~/keyboard/focus";
import { isApple } from "~/keyboard/key-press";
import { Icon } from "~/ui/Icon";
import { onDemandStrings } from "~/strings/current";
import type { ToastContent } from "./create-toasts";
import { useToasts } from "./ToastProvider";
import "./Toast.css";

const words = () => onDemandStrings().toast;

export function Toast(props: { toast: ToastContent }) {
  const { pause, resume, close, undo } = useToasts();

  /**
   * The button disappears with its toast, so its focus moves to the composer, or to the dialog that shows the toast. After a tap that
   * would only open the soft keyboard.
   */
  const andMoveFocus = (run: () => void) => (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const heading = event.currentTarget.closest("dialog")?.querySelector("h2");
    run();
    if (heading) heading.focus();
    else if (event.detail === 0 || !hasSoftKeyboard()) focusComposer();
  };

  return (
    <p class="notice" onPointerEnter={pause} onPointerLeave={resume} onFocusIn={pause} onFocusOut={resume}>
      {props.toast.text}
      <Show when={props.toast.undo}>
        <button
          type="button"
          class="notice-undo"
          aria-keyshortcuts={isApple() ? "Meta+Z" : "Control+Z"}
          onClick={andMoveFocus(undo)}
        >
          <Icon of={Undo} size={16} directed /> {words().undo}
        </button>
      </Show>
      <button type="button" class="notice-close" aria-label={words().close} onClick={andMoveFocus(close)}>
        <Icon of={X} size={16} />
      </button>
    </p>
  );
}
