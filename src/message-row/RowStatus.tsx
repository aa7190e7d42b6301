/** The delivery status of an unsent message, or of an edit that the channel has not confirmed. */
import { createSignal, onCleanup, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { isUploaded, type UnsentMessage } from "~/channel/unsent-messages";
import { useComposer } from "~/composer/ComposerProvider";
import { UnsentFiles, UploadProgress } from "~/files/UnsentFiles";
import { uploadOf } from "~/files/upload-progress";
import { onDemandStrings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import { DeliveryStatus } from "./DeliveryStatus";
import type { TimelineItem } from "./items";

/** What is below files would make their row higher, and the echo would make it lower again. Most uploads need no such line. */
const SLOW_AFTER = 1_500; // ms

const unsentState = () => onDemandStrings().unsentState;

export function RowStatus(props: { item: TimelineItem }) {
  const { changes, unsent } = useChannel();
  const composer = useComposer();
  const [isSlow, setSlow] = createSignal(false);
  const timer = setTimeout(setSlow, SLOW_AFTER, true);
  onCleanup(() => clearTimeout(timer));
  const delay = (message: UnsentMessage) => {
    const error = isUploaded(message) ? unsent.delay() : uploadOf(message.cid)?.delay;
    return error && unsentState().waiting(refusalText(error));
  };
  return (
    <>
      <Show when={changes.editOf(props.item.message?.id)}>
        {(edit) => (
          <DeliveryStatus
            words={{ ...onDemandStrings().editState, refused: onDemandStrings().changeState.refused }}
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
          <>
            <Show when={message().files}>{(files) => <UnsentFiles files={files()} />}</Show>
            <Show when={!message().files || isSlow() || message().refusal}>
              <UploadProgress message={message()} />
              <DeliveryStatus
                words={isUploaded(message()) ? unsentState() : { ...unsentState(), online: unsentState().uploading }}
                delay={delay(message())}
                isUploading={!isUploaded(message())}
                refusal={message().refusal}
                isAlert
                isNeverSent={unsent.isNeverSent(message().cid)}
                edit={() => composer.takeBack(message().cid)}
                retry={() => unsent.retry(message().cid)}
                discard={() => unsent.discard(message().cid)}
              />
            </Show>
          </>
        )}
      </Show>
    </>
  );
}
