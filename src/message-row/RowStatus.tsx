/** The delivery status of an unsent message, or of an edit that the channel has not confirmed. */
import { Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { useComposer } from "~/composer/ComposerProvider";
import { onDemandStrings, strings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import { DeliveryStatus } from "./DeliveryStatus";
import type { TimelineItem } from "./items";

const unsentState = () => onDemandStrings().unsentState;

export function RowStatus(props: { item: TimelineItem }) {
  const { changes, unsent } = useChannel();
  const composer = useComposer();
  const delay = () => {
    const error = unsent.delay();
    return error && unsentState().waiting(refusalText(error));
  };
  return (
    <>
      <Show when={changes.editOf(props.item.message?.id)}>
        {(edit) => (
          <DeliveryStatus
            words={{ ...onDemandStrings().editState, refused: strings().changeState.refused }}
            refusal={edit().refusal} // a toast reports it, too
            isNeverSent={changes.isNeverSent(edit().cid)}
            edit={() => composer.editAgain(edit())}
            retry={() => changes.retry(edit().cid)}
            discard={() => changes.discard(edit().cid)}
          />
        )}
      </Show>
      <Show when={props.item.unsent}>
        {(message) => (
          <DeliveryStatus
            words={unsentState()}
            delay={delay()}
            refusal={message().refusal}
            isAlert
            isNeverSent={unsent.isNeverSent(message().cid)}
            edit={() => composer.takeBack(message().cid)}
            retry={() => unsent.retry(message().cid)}
            discard={() => unsent.discard(message().cid)}
          />
        )}
      </Show>
    </>
  );
}
