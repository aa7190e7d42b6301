/** Announces others' new messages to screen readers. */
import { Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { createAnnouncer } from "./create-announcer";

export function Announcer() {
  const text = createAnnouncer(useChannel());
  return (
    <p class="for-ears" aria-live="polite">
      <Show when={text()} keyed>
        {(text) => <span lang="">{text}</span>}
      </Show>
    </p>
  );
}
