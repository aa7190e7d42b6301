/** What becomes of a message that is not yet stored: sending, waiting, or refused, and what its writer can do then. */
import { Show } from "solid-js";
import type { Chat } from "~/chat/create-chat";
import type { Unsent } from "~/chat/Outbox";
import { useStatus } from "~/socket/SocketProvider";
import "./UnsentState.css";

export function UnsentState(props: { unsent: Unsent; chat: Chat }) {
  const status = useStatus();
  const progress = () => {
    if (status() !== "online") return "waiting for the connection";
    const delay = props.chat.delay();
    return delay ? `waiting: ${delay.message}` : "sending…";
  };
  return (
    <Show when={props.unsent.refusal} fallback={<span class="progress quiet">{progress()}</span>}>
      {(refusal) => (
        <p class="refusal problem" role="alert">
          Not sent: {refusal().message}
          <button onClick={() => props.chat.handBack(props.unsent.cid)}>Edit</button>
          <button onClick={() => props.chat.retry(props.unsent.cid)}>Try again</button>
          <button onClick={() => props.chat.discard(props.unsent.cid)}>Discard</button>
        </p>
      )}
    </Show>
  );
}
