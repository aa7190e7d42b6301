/** The lines of the message list: what the channel has, then what is not yet echoed. One message is one row, from Enter on. */
import type { Message, User } from "../protocol";
import type { Unsent } from "./Outbox";

export interface Row {
  /** The user's id and cid: the same before and after the message is stored. */
  key: string;
  user: User;
  text: string;
  at: number;
  own: boolean;
  deleted: boolean;
  /** Absent once the channel has it. */
  unsent?: Unsent;
}

export function rowsOf(messages: readonly Message[], unsent: readonly Unsent[], you: User): Row[] {
  return [
    ...messages.map(({ user, cid, text, at, deleted = false }) => ({
      key: keyOf(user, cid),
      user,
      text,
      at,
      own: user.id === you.id,
      deleted,
    })),
    ...unsent.map((entry) => ({
      key: keyOf(you, entry.cid),
      user: you,
      text: entry.text,
      at: entry.at,
      own: true,
      deleted: false,
      unsent: entry,
    })),
  ];
}

function keyOf(user: User, cid: string): string {
  return `${user.id} ${cid}`;
}
