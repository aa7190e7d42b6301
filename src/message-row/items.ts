/** The items of the message list: the channel's messages, then the unsent ones. A message stays the same item when it is echoed. */
import type { UnsentMessage } from "~/channel/unsent-messages";
import type { Message, User } from "~/shared/protocol";
import { serverTime } from "~/ui/server-time";

export interface TimelineItem {
  /** Made of author and cid: the same before and after the channel has the message. */
  key: string;
  user: User;
  text: string;
  /** Unix milliseconds. */
  at: number;
  /** Whether this user wrote it. */
  own: boolean;
  deleted: boolean;
  /** The id of the message that it answers. */
  reply?: number | undefined;
  /** The message as the channel has it. Absent for an unsent one. */
  message?: Message;
  /** The entry in the outbox. Absent once the channel has the message. */
  unsent?: UnsentMessage;
}

/** Items that were made before, by their message's state, so that few new ones are made for a long list. */
export type KnownItems = WeakMap<Message, TimelineItem>;

/** An unsent message that is echoed already, because another tab sent it, is listed once. */
export function itemsOf(
  messages: readonly Message[],
  unsent: readonly UnsentMessage[],
  you: User,
  known: KnownItems = new WeakMap(),
): TimelineItem[] {
  const items = messages.map((message) => {
    const own = message.user.id === you.id;
    const before = known.get(message);
    if (before?.own === own) return before;
    const item = { ...itemOf(message, own), message };
    known.set(message, item);
    return item;
  });
  if (unsent.length === 0) return items;
  const echoed = new Set(items.map(({ key }) => key));
  const pending = unsent.map((entry) => ({ ...itemOf({ ...entry, at: serverTime(entry.at), user: you }, true), unsent: entry }));
  return [...items, ...pending.filter(({ key }) => !echoed.has(key))];
}

function itemOf({ user, cid, text, at, reply, deleted }: Omit<Message, "id" | "seq" | "files">, own: boolean): TimelineItem {
  // The key of an own item has no user id: before the first welcome, the id is not known
  return { key: `${own ? "" : user.id} ${cid}`, user, text, at, own, reply, deleted: deleted === true };
}
