/** The lines of the message list: what the channel has, then what is not yet echoed. One message is one row, from Enter on. */
import type { Message, User } from "~/shared/protocol";
import type { Unsent } from "~/outbox/MessageOutbox";

export interface Row {
  /** Of its author and cid: the same before and after the message is stored. */
  key: string;
  user: User;
  text: string;
  at: number;
  own: boolean;
  deleted: boolean;
  /** The id of the message that it answers. */
  reply?: number | undefined;
  /** As the channel has it; absent until it does. */
  message?: Message;
  /** Absent once the channel has it. */
  unsent?: Unsent;
}

/** What was made of a message's state, to be used again: a long list has few new ones at a time. */
export type KnownRows = WeakMap<Message, Row>;

/** An echo may be here before the other tab that sent it has taken it out of the outbox: it shows once. */
export function rowsOf(
  messages: readonly Message[],
  unsent: readonly Unsent[],
  you: User,
  known: KnownRows = new WeakMap(),
): Row[] {
  const rows = messages.map((message) => {
    const own = message.user.id === you.id;
    const there = known.get(message);
    if (there?.own === own) return there;
    const row = { ...rowOf(message, own), message };
    known.set(message, row);
    return row;
  });
  if (unsent.length === 0) return rows;
  const echoed = new Set(rows.map(({ key }) => key));
  const pending = unsent.map((entry) => ({ ...rowOf({ ...entry, user: you }, true), unsent: entry }));
  return [...rows, ...pending.filter(({ key }) => !echoed.has(key))];
}

function rowOf({ user, cid, text, at, reply, deleted }: Omit<Message, "id" | "seq">, own: boolean): Row {
  // one's own rows go without the id, which is not known before the first welcome
  return { key: `${own ? "" : user.id} ${cid}`, user, text, at, own, reply, deleted: deleted === true };
}
