/** The line above the text box that shows a reply or an edit, with a button to cancel it. */
import Pencil from "lucide/dist/esm/icons/pencil.mjs";
import Reply from "lucide/dist/esm/icons/reply.mjs";
import X from "lucide/dist/esm/icons/x.mjs";
import { Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import type { Message } from "~/shared/protocol";
import { summaryOf } from "~/markdown/parse";
import { Icon } from "~/ui/Icon";
import { onDemandStrings } from "~/strings/current";
import { useComposer } from "./ComposerProvider";
import "./ComposerMode.css";

const words = () => onDemandStrings().composerMode;

/** `message` is the one that is edited or answered. */
export function ComposerMode(props: { message: Message }) {
  const { editing, cancel } = useComposer();
  const { tagOf } = useChannel();
  const tag = () => tagOf(props.message.user);
  return (
    <p class="composer-mode">
      {editing() ? <Icon of={Pencil} size={14} /> : <Icon of={Reply} size={14} directed />}
      <Show when={!editing()} fallback={<span class="composer-mode-text">{words().editing}</span>}>
        <span class="composer-mode-to">
          {words().replyingTo([
            <bdi class="composer-mode-name" lang="">
              {props.message.user.name}
            </bdi>,
            tag() && <bdi> {tag()}</bdi>,
          ])}
        </span>{" "}
        <span class="composer-mode-text" lang="" dir="auto">
          {summaryOf(props.message)}
        </span>
      </Show>
      <button type="button" aria-label={editing() ? words().leaveEditing : words().leaveReply} onClick={cancel}>
        <Icon of={X} size={16} />
      </button>
    </p>
  );
}
