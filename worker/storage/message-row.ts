/** The row of a message in its table, and its conversion to a message. */
import type { LinkPreview, Message, MessageFile, Reaction } from "../../src/shared/protocol";
import { userOf } from "../user";

export interface MessageRow extends Record<string, SqlStorageValue> {
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
  removed: number | null;
  reactions: string | null;
  files: string | null;
  preview: string | null;
}

export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    seq: row.seq,
    cid: row.cid,
    user: userOf(row.user, row.name),
    text: row.text,
    at: row.at,
    ...(row.reply !== null && { reply: row.reply }),
    ...(row.edited_at !== null && { editedAt: row.edited_at }),
    ...(row.deleted !== null && { deleted: true as const }),
    ...(row.removed !== null && { removed: true as const }),
    ...(row.reactions !== null && { reactions: JSON.parse(row.reactions) as Reaction[] }),
    ...(row.files !== null && { files: JSON.parse(row.files) as MessageFile[] }),
    ...(row.preview !== null && { preview: JSON.parse(row.preview) as LinkPreview }),
  };
}
