/** What becomes of a message that is not yet stored: sending, waiting, or refused, and what its writer can do then. */
import { Show } from "solid-js";
import type { Chat } from "~/chat/create-chat";
import type { Unsent } from "~/chat/Outbox";
import { useStatus } from "~/socket/SocketProvider";
import { strings } from "~/strings";
import "./UnsentState.css";

export function UnsentState(props: { unsent: Unsent; chat: Chat }) {
  const status = useStatus();
  const progress = () => {
    if (status() !== "online") return strings.unsentState.offline;
    const delay = props.chat.delay();
    return delay ? strings.unsentState.waiting(delay.message) : strings.unsentState.sending;
  };
  return (
    <Show when={props.unsent.refusal} fallback={<span class="progress quiet">{progress()}</span>}>
      {(refusal) => (
        <p class="refusal problem" role="alert">
          {strings.unsentState.refused(refusal().message)}
          <button onClick={() => props.chat.handBack(props.unsent.cid)}>{strings.unsentState.edit}</button>
          <button onClick={() => props.chat.retry(props.unsent.cid)}>{strings.unsentState.retry}</button>
          <button onClick={() => props.chat.discard(props.unsent.cid)}>{strings.unsentState.discard}</button>
        </p>
      )}
    </Show>
  );
}
