/** The line above the composer that says what is written is a reply or an edit, with the way out of it. */
import Pencil from "lucide/dist/esm/icons/pencil.mjs";
import Reply from "lucide/dist/esm/icons/reply.mjs";
import X from "lucide/dist/esm/icons/x.mjs";
import { Show } from "solid-js";
import type { Chat } from "~/channel/create-channel";
import { wordsOf } from "~/markdown/parse";
import { strings } from "~/strings";
import { Icon } from "~/ui/Icon";
import "./ComposerMode.css";

const words = strings.composerMode;

export function ComposerMode(props: { chat: Chat; leave: () => void }) {
  const editing = () => props.chat.editing();
  return (
    <Show when={editing() ?? props.chat.replyTo()}>
      {(message) => (
        <p class="composer-mode">
          {editing() ? <Icon of={Pencil} size={14} /> : <Icon of={Reply} size={14} />}
          <Show when={!editing()} fallback={<span class="composer-mode-text">{words.editing}</span>}>
            <span class="composer-mode-text">
              {words.replyingTo} <bdi class="composer-mode-name">{message().user.name}</bdi>: <bdi>{wordsOf(message().text)}</bdi>
            </span>
          </Show>
          <button type="button" aria-label={editing() ? words.leaveEditing : words.leaveReply} onClick={() => props.leave()}>
            <Icon of={X} size={16} />
          </button>
        </p>
      )}
    </Show>
  );
}
