/** What draws a user back to a page: a message to them, and the number in its title. */
import { quoteOf, type Timeline } from "~/channel/timeline";
import { mentionsName } from "~/markdown/parse";
import type { Message, User } from "~/shared/protocol";

/** Whether a message addresses `you`: it mentions the name, or replies to one of your messages. */
export function isAddressedTo(you: User, { text, reply }: Message, timeline: Timeline): boolean {
  if (mentionsName(text, you.name)) return true;
  return reply !== undefined && quoteOf(timeline, reply)?.user.id === you.id; // also of one that is not loaded
}

/** The page title with the number of unseen messages: `(3) design · Edgewise`. */
export function titleWithCount(title: string, unseen: number): string {
  return unseen > 0 ? `(${unseen}) ${title}` : title;
}
