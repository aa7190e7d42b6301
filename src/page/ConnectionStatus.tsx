/** How the connection is: a dot when all is well, and for those who listen, words. */
import { useLag, useSocket, useStatus } from "~/socket/SocketProvider";
import { strings } from "~/strings";
import "./ConnectionStatus.css";

export function ConnectionStatus() {
  const socket = useSocket();
  const status = useStatus();
  const words = () => strings.connection[status() === "offline" && socket.closedFor ? "closed" : status()];
  const lag = useLag();
  const measured = () => (lag() === undefined ? undefined : strings.connection.lag(Math.round(lag()!)));
  return (
    <span class={`status status-${status()}`} title={measured()}>
      <span class="for-ears">{words()}</span>
    </span>
  );
}
