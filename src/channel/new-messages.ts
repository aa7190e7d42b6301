/** Which messages of a timeline came from others after a given one. */
import type { Message } from "~/shared/protocol";

/** Others' messages above `id`, oldest first; what was deleted says nothing any more. */
export function othersAfter(messages: readonly Message[], id: number, you: string): Message[] {
  const from = messages.findLastIndex((message) => message.id <= id) + 1;
  return messages.slice(from).filter(({ user, deleted }) => user.id !== you && !deleted);
}
