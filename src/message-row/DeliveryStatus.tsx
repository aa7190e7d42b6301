/** The status of something that the channel does not have yet: in flight, waiting or rejected, with what its author can do. */
import { Show } from "solid-js";
import type { Refusal } from "~/shared/protocol";
import { useSocket, useStatus } from "~/socket/SocketProvider";
import { onDemandStrings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import "./DeliveryStatus.css";

const waitState = () => onDemandStrings().waitState;

interface DeliveryStatusProps {
  words: { online: string; offline: string; closed: string; refused: (why: string) => string };
  /** Why it waits while the channel is online. */
  delay?: string | undefined;
  refusal: Refusal | undefined;
  /** Whether a screen reader is to announce the rejection, because nothing else reports it. */
  isAlert?: boolean;
  /** Whether the channel cannot have it yet. */
  isNeverSent: boolean;
  /** Whether files are being uploaded, which takes long enough to be stopped. */
  isUploading?: boolean;
  edit: () => void;
  retry: () => void;
  discard: () => void;
}

export function DeliveryStatus(props: DeliveryStatusProps) {
  const socket = useSocket();
  const status = useStatus();
  const progress = () => {
    if (status() === "online") return props.delay ?? props.words.online;
    return socket.closedFor ? props.words.closed : props.words.offline;
  };
  const button = (label: string, onClick: () => void) => (
    <button type="button" onClick={onClick}>
      {label}
    </button>
  );
  const takeBackButtons = () => [button(waitState().edit, props.edit), button(waitState().discard, props.discard)];
  return (
    <Show
      when={props.refusal}
      fallback={
        <>
          <Show when={progress()} keyed>
            {(words) => <span class="progress quiet">{words}</span>}
          </Show>
          <Show when={(status() !== "online" || props.isUploading) && props.isNeverSent}>
            <span class="taking">{takeBackButtons()}</span>
          </Show>
        </>
      }
    >
      {(refusal) => (
        <p class="refusal problem" role={props.isAlert ? "alert" : undefined}>
          {props.words.refused(refusalText(refusal()))}
          {button(waitState().edit, props.edit)}
          {button(waitState().retry, props.retry)}
          {button(waitState().discard, props.discard)}
        </p>
      )}
    </Show>
  );
}
