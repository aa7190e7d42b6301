/** The codec of `/api/unread`, for both sides: the question about several channels, and the answer. */
import { canonical } from "./channel-name";

/** One request asks about at most this many channels: each may wake an object. */
export const MAX_CHANNELS = 20;

/** The last message that a reader has read in a channel. */
export interface ReadMark {
  /** Of the channel's history: another epoch is another history. */
  epoch: string;
  /** Of the message; 0 if nothing had been written yet. */
  id: number;
}

export interface UnreadQuestion extends ReadMark {
  channel: string;
}

/** Unread messages by channel name. */
export type UnreadCounts = ReadonlyMap<string, number>;

/** The query `c=<channel>~<epoch>~<id>&c=…` about the first `MAX_CHANNELS` questions. Empty if there are none. */
export function encodeQuestions(questions: readonly UnreadQuestion[]): string {
  const pairs = questions.slice(0, MAX_CHANNELS).map(({ channel, epoch, id }) => ["c", `${channel}~${epoch}~${id}`]);
  return String(new URLSearchParams(pairs));
}

/** The questions in a query. Malformed ones are left out. */
export function decodeQuestions(query: URLSearchParams): UnreadQuestion[] {
  return query
    .getAll("c")
    .slice(0, MAX_CHANNELS)
    .flatMap((question) => {
      const [channel = "", epoch = "", id = ""] = question.split("~");
      const isValid = canonical(channel) === channel && epoch !== "" && /^\d{1,15}$/.test(id);
      return isValid ? [{ channel, epoch, id: Number(id) }] : [];
    });
}

/** The answer's JSON value: `{"team/design":3}`. */
export function encodeCounts(counts: Iterable<readonly [channel: string, n: number]>): Record<string, number> {
  return Object.fromEntries(counts);
}

/** The counts in an answer. Everything else in it is left out. */
export function decodeCounts(answer: unknown): UnreadCounts {
  const counts = Object.entries(Object(answer) as Record<string, unknown>);
  return new Map(counts.filter((count): count is [string, number] => Number.isSafeInteger(count[1])));
}
