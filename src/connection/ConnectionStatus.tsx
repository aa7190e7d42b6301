/** The connection status: a coloured dot, with a text for screen readers and the lag as its title. */
import { Show } from "solid-js";
import { useLag, useSocket, useStatus } from "~/socket/SocketProvider";
import { strings } from "~/strings/current";
import "./ConnectionStatus.css";

export function ConnectionStatus() {
  const socket = useSocket();
  const status = useStatus();
  const words = () => strings().connection[status() === "offline" && socket.closedFor ? "closed" : status()];
  const lag = useLag();
  const lagText = () => (lag() === undefined ? undefined : strings().connection.lag(Math.round(lag()!)));
  return (
    <span class={`status status-${status()}`} title={lagText()}>
      <Show when={words()} keyed>
        {(words) => <span class="for-ears">{words}</span>}
      </Show>
    </span>
  );
}
