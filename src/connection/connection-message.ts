/** The sentence about a connection that is not online. */
import { onDemandStrings, strings } from "~/strings/current";
import { CLOSE } from "~/shared/protocol";
import type { StrongSocket } from "~/socket/StrongSocket";
import type { Obstacle } from "./create-polling";

const connectionBar = () => onDemandStrings().connectionBar;

interface Connection {
  /** Whether this is the page's first attempt to connect. */
  isFirstAttempt: boolean;
  /** Whether the page was online before. */
  wasOnline: boolean;
  /** What keeps the socket from opening, if that is known. */
  obstacle: Obstacle | undefined;
  /** The code and reason of a final close. */
  closedFor: StrongSocket["closedFor"];
  /** When the channel that the page shows from storage was last connected (Unix ms). */
  lastUpdate: number | undefined;
  /** Unsent messages. */
  unsent: number;
}

export function connectionMessage({ isFirstAttempt, wasOnline, obstacle, closedFor, lastUpdate, unsent }: Connection): string {
  if (closedFor?.code === CLOSE.tooManyPeers) return connectionBar().tooManyPeers;
  if (closedFor) return closedFor.reason || strings().connection.closed;
  if (obstacle === "blocked") return connectionBar().blocked(unsent);
  if (obstacle === "crowded") return connectionBar().crowded;
  if (obstacle === "signIn") return connectionBar().signIn;
  if (obstacle === "unreachable" && lastUpdate !== undefined) return connectionBar().offlineSince(lastUpdate);
  if (obstacle === "unreachable" && !wasOnline && unsent === 0) return connectionBar().unreachable;
  if (isFirstAttempt) return strings().connection.connecting;
  return unsent > 0 ? connectionBar().offlineWith(unsent) : strings().connection.offline;
}
