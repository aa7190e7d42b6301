/** In the place of the messages: why the user may not read the channel, until when, and what to do (W26, W29). */
import { useChannel } from "~/channel/ChannelProvider";
import type { Refusal } from "~/shared/protocol";
import { onDemandStrings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import "./EmptyChannel.css";

const words = () => onDemandStrings().refused;

export function Refused(props: { refusal: Refusal }) {
  const { refuse } = useChannel();
  return (
    <div class="empty">
      <p class="empty-title" role="alert">
        {refusalText(props.refusal)}
      </p>
      <button type="button" class="button" onClick={() => refuse(undefined)}>
        {words().retry}
      </button>
    </div>
  );
}
