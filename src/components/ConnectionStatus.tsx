/** How the connection is: a dot when all is well, and for those who listen, words. */
import { useLag, useStatus } from "~/socket/SocketProvider";
import { strings } from "~/strings";
import "./ConnectionStatus.css";

export function ConnectionStatus() {
  const status = useStatus();
  const lag = useLag();
  const measured = () => (lag() === undefined ? undefined : strings.connection.lag(Math.round(lag()!)));
  return (
    <span class={`status status-${status()}`} title={measured()}>
      <span class="for-ears">{strings.connection[status()]}</span>
    </span>
  );
}
