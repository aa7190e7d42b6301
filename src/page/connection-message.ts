/** The sentence about a connection that is not online. */
import { strings } from "~/strings";
import { connectionBar } from "~/strings-on-demand";
import type { Obstacle } from "./create-polling";

interface Connection {
  /** Whether this is the page's first attempt to connect. */
  isFirstAttempt: boolean;
  /** Whether the page was online before. */
  wasOnline: boolean;
  /** What keeps the socket from opening, if that is known. */
  obstacle: Obstacle | undefined;
  /** The reason of a final close, if the channel gave one. */
  closedFor: string | undefined;
  /** Unsent messages. */
  unsent: number;
}

export function connectionMessage({ isFirstAttempt, wasOnline, obstacle, closedFor, unsent }: Connection): string {
  if (closedFor !== undefined) return closedFor || strings.connection.closed;
  if (obstacle === "blocked") return connectionBar.blocked(unsent);
  if (obstacle === "signIn") return connectionBar.signIn;
  if (obstacle === "unreachable" && !wasOnline && unsent === 0) return connectionBar.unreachable;
  if (isFirstAttempt) return strings.connection.connecting;
  return unsent > 0 ? connectionBar.offlineWith(unsent) : strings.connection.offline;
}
