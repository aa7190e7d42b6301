/** What becomes of something that the channel does not have yet: on its way, waiting, or refused, and what its writer can do then. */
import { Show } from "solid-js";
import type { Refusal } from "~/shared/protocol";
import { useSocket, useStatus } from "~/socket/SocketProvider";
import { strings } from "~/strings";
import "./DeliveryStatus.css";

const { discard, edit, retry } = strings.waitState;

interface WaitStateProps {
  words: { online: string; offline: string; closed: string; refused: (why: string) => string };
  /** Why it waits although the channel is there. */
  delay?: string | undefined;
  refusal: Refusal | undefined;
  /** The refusal is told by nothing else. */
  isAlert?: boolean;
  /** Nobody but its writer can have it yet. */
  isUntouched: boolean;
  edit: () => void;
  retry: () => void;
  discard: () => void;
}

export function WaitState(props: WaitStateProps) {
  const socket = useSocket();
  const status = useStatus();
  const progress = () => {
    if (status() === "online") return props.delay ?? props.words.online;
    return socket.closedFor ? props.words.closed : props.words.offline;
  };
  const button = (words: string, then: () => void) => (
    <button type="button" onClick={then}>
      {words}
    </button>
  );
  const taking = () => [button(edit, props.edit), button(discard, props.discard)];
  return (
    <Show
      when={props.refusal}
      fallback={
        <>
          <span class="progress quiet">{progress()}</span>
          <Show when={status() !== "online" && props.isUntouched}>
            <span class="taking">{taking()}</span>
          </Show>
        </>
      }
    >
      {(refusal) => (
        <p class="refusal problem" role={props.isAlert ? "alert" : undefined}>
          {props.words.refused(refusal().message)}
          {button(edit, props.edit)}
          {button(retry, props.retry)}
          {button(discard, props.discard)}
        </p>
      )}
    </Show>
  );
}
