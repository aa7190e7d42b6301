/** What becomes of a message that is not yet stored, or of an edit that the channel has not confirmed. */
import { Show } from "solid-js";
import type { Chat } from "~/channel/create-channel";
import type { Row } from "./rows";
import { strings } from "~/strings";
import { WaitState } from "./DeliveryStatus";

export function RowState(props: { row: Row; chat: Chat }) {
  const { chat } = props;
  const delay = () => {
    const delay = chat.delay();
    return delay && strings.unsentState.waiting(delay.message);
  };
  return (
    <>
      <Show when={chat.editOf(props.row.message?.id)}>
        {(pending) => (
          <WaitState
            words={strings.changeState}
            refusal={pending().refusal} // which a notice tells, too
            isUntouched={chat.isUntouched(pending().cid)}
            edit={() => chat.editAgain(pending())}
            retry={() => chat.retryChange(pending().cid)}
            discard={() => chat.discardChange(pending().cid)}
          />
        )}
      </Show>
      <Show when={props.row.unsent}>
        {(unsent) => (
          <WaitState
            words={strings.unsentState}
            delay={delay()}
            refusal={unsent().refusal}
            isAlert
            isUntouched={chat.isUntouched(unsent().cid)}
            edit={() => chat.handBack(unsent().cid)}
            retry={() => chat.retry(unsent().cid)}
            discard={() => chat.discard(unsent().cid)}
          />
        )}
      </Show>
    </>
  );
}
