/** The welcome text of a channel without messages. */
import { Show } from "solid-js";
import { LOBBY } from "~/shared/channel-name";
import { useSocket } from "~/socket/SocketProvider";
import { CopyLink } from "~/ui/CopyLink";
import { strings } from "~/strings/current";
import "./EmptyChannel.css";

export function EmptyChannel() {
  const { path } = useSocket();
  return (
    <div class="empty">
      <h2 class="empty-title">{strings().emptyChannel.title}</h2>
      <p>{path === LOBBY ? strings().emptyChannel.lobby : strings().emptyChannel.channel}</p>
      <Show when={path !== LOBBY}>
        <CopyLink channel={path} labelled />
      </Show>
    </div>
  );
}
