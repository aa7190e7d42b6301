/** What happens in a channel while nobody looks at its page. */
import type { Message, User } from "~/shared/protocol";
import { mentionsName } from "~/people/mentions";

/** Whether a message speaks to `you`: by name, or in reply to something of yours. */
export function isToYou({ text, reply }: Message, messages: readonly Message[], you: User): boolean {
  if (mentionsName(text, you.name)) return true;
  return reply !== undefined && messages.find(({ id }) => id === reply)?.user.id === you.id;
}

/** `(3) design · Edgewise` */
export function titled(title: string, unseen: number): string {
  return unseen > 0 ? `(${unseen}) ${title}` : title;
}
