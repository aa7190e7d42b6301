/** The welcome text of a channel without messages. */
import { Show } from "solid-js";
import { LOBBY } from "~/shared/channel-name";
import { useChannel } from "~/channel/ChannelProvider";
import { CopyLink } from "~/ui/CopyLink";
import { strings } from "~/strings/current";
import "./EmptyChannel.css";

export function EmptyChannel() {
  const { name, settings } = useChannel();
  return (
    <div class="empty">
      <h2 class="empty-title">{strings().emptyChannel.title}</h2>
      {/* A channel that has an owner was emptied by its retention */}
      <p>{name === LOBBY || settings().staff.length > 0 ? strings().emptyChannel.lobby : strings().emptyChannel.channel}</p>
      <Show when={name !== LOBBY}>
        <CopyLink channel={name} labelled />
      </Show>
    </div>
  );
}
