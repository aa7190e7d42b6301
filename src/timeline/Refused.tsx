/** In the place of the messages: why the user may not read the channel, until when, and what to do (W26, W29). */
import { createEffect, onCleanup } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import type { Refusal } from "~/shared/protocol";
import { onDemandStrings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import { serverTime } from "~/ui/server-time";
import "./EmptyChannel.css";

const words = () => onDemandStrings().refused;

const MAX_TIMEOUT = 2 ** 31 - 1; // ms; a browser runs a longer timer at once

export function Refused(props: { refusal: Refusal }) {
  const { refuse } = useChannel();
  const retry = () => refuse(undefined);
  createEffect(() => {
    const { until } = props.refusal;
    if (until === undefined || until - serverTime() > MAX_TIMEOUT) return;
    const timer = setTimeout(retry, Math.max(0, until - serverTime()));
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <div class="empty">
      <p class="empty-title" role="alert">
        {refusalText(props.refusal)}
      </p>
      <p>{words().kept}</p>
      <button type="button" class="button" onClick={retry}>
        {words().retry}
      </button>
    </div>
  );
}
