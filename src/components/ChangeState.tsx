/** What becomes of an edit that the channel has not confirmed: saving, waiting, or refused, and what its writer can do then. */
import { Show } from "solid-js";
import type { Pending } from "~/chat/Changes";
import type { Chat } from "~/chat/create-chat";
import { useStatus } from "~/socket/SocketProvider";
import { strings } from "~/strings";
import "./ChangeState.css";

const words = strings.changeState;

export function ChangeState(props: { edit: Pending; chat: Chat }) {
  const status = useStatus();
  return (
    <Show when={props.edit.refusal} fallback={<p class="change quiet">{status() === "online" ? words.saving : words.waiting}</p>}>
      {(refusal) => (
        <p class="change problem" role="alert">
          {words.refused(refusal().message)}
          <button type="button" onClick={() => props.chat.editAgain(props.edit)}>
            {words.edit}
          </button>
          <button type="button" onClick={() => props.chat.retryChange(props.edit.cid)}>
            {words.retry}
          </button>
          <button type="button" onClick={() => props.chat.discardChange(props.edit.cid)}>
            {words.discard}
          </button>
        </p>
      )}
    </Show>
  );
}
