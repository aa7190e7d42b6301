/** The new messages of others. */
import type { Message } from "~/shared/protocol";

/** The messages of others after the message `id`, oldest first, without deleted ones. */
export function othersAfter(messages: readonly Message[], id: number, you: string): Message[] {
  const from = messages.findLastIndex((message) => message.id <= id) + 1;
  return messages.slice(from).filter(({ user, deleted }) => user.id !== you && !deleted);
}
