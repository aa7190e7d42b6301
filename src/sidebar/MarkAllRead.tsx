/** The button that marks the messages of all visited channels as read, while there are unread ones. */
import CheckCheck from "lucide/dist/esm/icons/check-check.mjs";
import { Show } from "solid-js";
import { focusComposer } from "~/keyboard/focus";
import { onDemandStrings } from "~/strings/current";
import { Icon } from "~/ui/Icon";
import { hasUnread, markAllRead } from "./create-unread";

export function MarkAllRead() {
  const onClick = ({ detail }: MouseEvent) => {
    markAllRead();
    if (detail === 0) focusComposer(); // pressed by key: the focused button is gone
  };
  return (
    <Show when={hasUnread()}>
      <button
        type="button"
        class="icon-button"
        aria-label={onDemandStrings().unread.markAll}
        title={onDemandStrings().unread.markAll}
        onClick={onClick}
      >
        <Icon of={CheckCheck} size={18} />
      </button>
    </Show>
  );
}
