/**
 * The codec of `GET /api/unread?details`, for both sides. Query: `c=<channel>~<epoch>~<message id>`, once per channel.
 * Answer: `{ "team/design": { "n": 3, "mentions": 1, "last": { "epoch": "…", "id": 20 } } }`, per channel.
 */
import { canonical } from "./channel-name";

/** Channels per request. Each one may wake a Durable Object. */
export const MAX_CHANNELS = 20;

/** The last message that the user has read in a channel. */
export interface ReadMark {
  /** The channel's history: another epoch is another history. */
  epoch: string;
  /** The message's id; 0 if the channel had no message yet. */
  id: number;
}

/** What is unread in a channel. */
export interface Unread {
  /** Messages of others. */
  n: number;
  /** Those of them that mention the user or answer one of their messages. */
  mentions: number;
  /** The mark of a user who has read all of it. Absent if they may not read it. */
  last?: ReadMark;
}

/** A channel and the read mark to count from. */
export interface UnreadRequest extends ReadMark {
  channel: string;
}

/** The query for the first 20 of `channels` that have a read mark; `undefined` if none has one. */
export function encodeUnreadQuery(
  channels: readonly string[],
  markOf: (channel: string) => ReadMark | undefined,
): string | undefined {
  const pairs = channels.flatMap((channel) => {
    const mark = markOf(channel);
    return mark ? [["c", `${channel}~${mark.epoch}~${mark.id}`]] : [];
  });
  return pairs.length > 0 ? String(new URLSearchParams(pairs.slice(0, MAX_CHANNELS))) : undefined;
}

/** The first 20 channels of a query. Malformed ones are left out. */
export function decodeUnreadQuery(query: URLSearchParams): UnreadRequest[] {
  return query
    .getAll("c")
    .slice(0, MAX_CHANNELS)
    .flatMap((value) => {
      const [channel = "", epoch = "", id = ""] = value.split("~");
      const isValid = canonical(channel) === channel && epoch !== "" && /^\d{1,15}$/.test(id);
      return isValid ? [{ channel, epoch, id: Number(id) }] : [];
    });
}

/** The answer as an object for JSON. */
export function encodeUnreadAnswer(counts: ReadonlyMap<string, Unread>): Record<string, Unread> {
  return Object.fromEntries(counts);
}

/** The unread messages per channel. Entries of another shape are left out; an answer of another shape gives an empty map. */
export function decodeUnreadAnswer(answer: unknown): Map<string, Unread> {
  const entries = Object.entries(Object(answer) as Record<string, unknown>);
  return new Map(entries.filter((entry): entry is [string, Unread] => isUnread(entry[1])));
}

function isUnread(value: unknown): boolean {
  const { n, mentions, last } = Object(value) as Partial<Unread>;
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(mentions)) return false;
  return last === undefined || (typeof last?.epoch === "string" && Number.isSafeInteger(last.id));
}
