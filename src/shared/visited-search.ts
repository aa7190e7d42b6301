/**
 * The codec of `GET /api/search`, the search of several channels at once, for both sides. Query: `text=<words>`, and `c=<channel>` once
 * per channel, or `c=<channel>~<message id>` for messages before that one. Answer: `{ "team/design": <what a `found` event has (W33)> }`.
 */
import { canonical } from "./channel-name";
import { MAX_SEARCH, type Found } from "./protocol";

/** Channels per request. Each one may wake a Durable Object. */
export const MAX_SEARCHED = 20;

/** Messages per channel. */
export const FOUND_PER_CHANNEL = 5;

/** A channel, and the message before which it is searched: for all of it, none. */
export interface SearchedChannel {
  channel: string;
  before?: number;
}

/** The query for the first 20 of `channels`. */
export function encodeSearchQuery(text: string, channels: readonly SearchedChannel[]): string {
  const searched = channels.slice(0, MAX_SEARCHED);
  return String(
    new URLSearchParams([
      ["text", text],
      ...searched.map(({ channel, before }) => ["c", before === undefined ? channel : `${channel}~${before}`]),
    ]),
  );
}

/** What a query asks for: the first 20 channels, without malformed ones. `undefined` if its text is no valid one (W33). */
export function decodeSearchQuery(query: URLSearchParams): { text: string; channels: SearchedChannel[] } | undefined {
  const text = query.get("text") ?? "";
  if (text === "" || text.length > MAX_SEARCH) return undefined;
  const values = new Set(query.getAll("c").slice(0, MAX_SEARCHED));
  const channels = [...values].flatMap((value): SearchedChannel[] => {
    const [channel = "", before] = value.split("~");
    if (canonical(channel) !== channel) return [];
    if (before === undefined) return [{ channel }];
    return /^[1-9]\d{0,14}$/.test(before) ? [{ channel, before: Number(before) }] : [];
  });
  return { text, channels };
}

/** What was found, per channel. A channel that may not be read, or did not answer, is absent. */
export type FoundByChannel = Record<string, Found>;
