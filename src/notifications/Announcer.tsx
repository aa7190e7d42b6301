/** Announces others' new messages to screen readers. */
import { useChannel } from "~/channel/ChannelProvider";
import { createAnnouncer } from "./create-announcer";

export function Announcer() {
  const text = createAnnouncer(useChannel());
  return (
    <p class="for-ears" aria-live="polite">
      {text()}
    </p>
  );
}
