/** How the connection is: a dot when all is well, words when it is not, and its lag for who points at it. */
import { useLag, useSocket, useStatus } from "~/socket/SocketProvider";
import "./ConnectionStatus.css";

export function ConnectionStatus() {
  const socket = useSocket();
  const status = useStatus();
  const lag = useLag();
  const words = () => {
    if (status() === "online") return "online";
    if (status() === "connecting") return "connecting…";
    return socket.closedFor ? socket.closedFor.reason || "The channel has closed this connection." : "offline, reconnecting…";
  };
  const measured = () => (lag() === undefined ? undefined : `${Math.round(lag()!)} ms to the channel and back`);
  return (
    <output class={`status status-${status()}`} title={measured()}>
      <span classList={{ "for-ears": status() === "online" }}>{words()}</span>
    </output>
  );
}
