/** The sentence about a connection that is not online. */
import { strings } from "~/strings";

interface Connection {
  /** Whether this is the page's first attempt to connect. */
  isFirstAttempt: boolean;
  /** The reason of a final close, if the channel gave one. */
  closedFor: string | undefined;
  /** Unsent messages. */
  unsent: number;
}

export function connectionMessage({ isFirstAttempt, closedFor, unsent }: Connection): string {
  const words = strings.connection;
  if (closedFor !== undefined) return closedFor || words.closed;
  if (isFirstAttempt) return words.connecting;
  return unsent > 0 ? words.offlineWith(unsent) : words.offline;
}
