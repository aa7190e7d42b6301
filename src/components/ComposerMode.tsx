/** The line above the composer that says what is written is a reply or an edit, with the way out of it. */
import Pencil from "lucide-solid/icons/pencil";
import Reply from "lucide-solid/icons/reply";
import X from "lucide-solid/icons/x";
import { Show } from "solid-js";
import type { Chat } from "~/chat/create-chat";
import { strings } from "~/strings";
import "./ComposerMode.css";

const words = strings.composerMode;

export function ComposerMode(props: { chat: Chat; leave: () => void }) {
  const editing = () => props.chat.editing();
  return (
    <Show when={editing() ?? props.chat.replyTo()}>
      {(message) => (
        <p class="composer-mode">
          {editing() ? <Pencil size={14} aria-hidden="true" /> : <Reply size={14} aria-hidden="true" />}
          <Show when={!editing()} fallback={<span class="composer-mode-text">{words.editing}</span>}>
            <span class="composer-mode-text">
              {words.replyingTo} <bdi class="composer-mode-name">{message().user.name}</bdi>: <bdi>{message().text}</bdi>
            </span>
          </Show>
          <button type="button" aria-label={editing() ? words.leaveEditing : words.leaveReply} onClick={() => props.leave()}>
            <X size={16} aria-hidden="true" />
          </button>
        </p>
      )}
    </Show>
  );
}
