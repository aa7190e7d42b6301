/** What is said of a connection, and when: nothing of what is over within a second. */
import { strings } from "~/strings";

/** A connection as long as it matters to say something about it. */
export interface Trouble {
  /** It is the page's first try to connect. */
  isFirstTry: boolean;
  /** Why the channel closed it for good, if it did. */
  closedFor: string | undefined;
  /** Messages in the outbox. */
  waiting: number;
}

export function connectionWords({ isFirstTry, closedFor, waiting }: Trouble): string {
  const words = strings.connection;
  if (closedFor !== undefined) return closedFor || words.closed;
  if (isFirstTry) return words.connecting;
  return waiting > 0 ? words.offlineWith(waiting) : words.offline;
}
