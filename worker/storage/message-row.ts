/** A message as a row of its table, and what the row says. */
import type { Message, Reaction } from "../../src/shared/protocol";

export interface Row extends Record<string, SqlStorageValue> {
  id: number;
  seq: number;
  cid: string;
  user: string;
  name: string;
  text: string;
  at: number;
  reply: number | null;
  edited_at: number | null;
  deleted: number | null;
  reactions: string | null;
}

export function toMessage(row: Row): Message {
  return {
    id: row.id,
    seq: row.seq,
    cid: row.cid,
    user: { id: row.user, name: row.name },
    text: row.text,
    at: row.at,
    ...(row.reply !== null && { reply: row.reply }),
    ...(row.edited_at !== null && { editedAt: row.edited_at }),
    ...(row.deleted !== null && { deleted: true as const }),
    ...(row.reactions !== null && { reactions: JSON.parse(row.reactions) as Reaction[] }),
  };
}
