/**
 * The wire, version 1: every event, limit and close code, and `parse()`, which turns a client's frame into an event or a
 * refusal. The numbers (W4, …) are those of the rules in docs/protocol.md. Imports nothing: both sides import it.
 */

export const PROTOCOL = 1;

/** What a peer is told in `welcome`: bytes a frame, UTF-16 units a text, graphemes a name. */
export const LIMITS = { frame: 16_384, text: 4_000, name: 32 } as const;

export const MAX_CID = 64; // UTF-16 units
export const MAX_REF = 64; // UTF-16 units
export const MAX_EMOJI = 32; // UTF-16 units
export const MAX_REACTIONS = 20; // different emoji on one message
export const MAX_REACTIONS_IN_ALL = 500; // on one message; it goes whole to everyone at each of them
export const PAGE_SIZE = 50; // messages in a first load and in a page that names no limit
export const MAX_PAGE = 100; // messages
export const MAX_RESUME = 500; // messages changed while a client was away (W3)
export const MAX_LISTED_USERS = 50; // above it, presence is only counted (W2, W9)

export const PING_EVERY = 4_000; // ms (W12)
export const PONG_WITHIN = 9_000; // ms, then the socket counts as dead
export const PRESENCE_EVERY = 1_000; // ms, at most one presence event (W9)
export const LEAVE_GRACE = 5_000; // ms; a user back within it was never gone
export const FLUSH_WITHIN = 50; // ms, the longest that an event waits for others to leave with (W13)
export const PING_SILENCE = 60_000; // ms without a ping, then a peer that once pinged is gone
export const TYPING_EVERY = 3_000; // ms (W11)
export const TYPING_SHOWN = 5_000; // ms
export const MAX_BAD_FRAMES = 20; // a minute and peer (W15)
export const MAX_RATE_LIMITED = 100; // refusals of a minute and peer; a client that waits for `retryAfter` meets a few
export const MAX_PEERS_OF_USER = 10; // in one channel (W19)
export const MAX_STORED = 100_000; // messages of one channel, and names
export const MAX_UNSENT = 1_048_576; // bytes waiting for a peer that does not read

/** Close codes of our own making (W15). */
export const CLOSE = {
  badFrames: 1008,
  frameTooBig: 1009,
  tryLater: 1013,
  removed: 4001,
  noChannel: 4002,
  tooManyPeers: 4003,
} as const;

/** After these a client does not come back by itself. */
export const FINAL_CODES: readonly number[] = [CLOSE.removed, CLOSE.noChannel, CLOSE.tooManyPeers];

export interface User {
  id: string;
  name: string;
}

export interface Reaction {
  emoji: string;
  /** User ids, in the order in which they reacted. */
  users: string[];
}

/** One stored line of chat, whole (W5). An absent field means no. */
export interface Message {
  /** The seq at which it was created: unique in the channel, sorts the list. */
  id: number;
  /** The seq of its latest change. */
  seq: number;
  /** The sender's own id for it, unique per user. */
  cid: string;
  user: User;
  text: string;
  /** Unix milliseconds. */
  at: number;
  reply?: number;
  editedAt?: number;
  deleted?: true;
  reactions?: Reaction[];
}

export interface Limits {
  frame: number;
  text: number;
  name: number;
}

/** A channel's latest state: what a page is first rendered from, and what `welcome` brings. */
export interface Snapshot {
  epoch: string;
  seq: number;
  you: User;
  /** Peers, not users. */
  n: number;
  /** Distinct users, at most `MAX_LISTED_USERS`. */
  users: User[];
  messages: Message[];
  /** Whether messages older than these exist. */
  more: boolean;
}

export interface Welcome extends Snapshot {
  protocol: number;
  channel: string;
  resumed: boolean;
  limits: Limits;
}

export type ErrorCode =
  | "bad_frame"
  | "unknown_type"
  | "invalid"
  | "too_long"
  | "empty"
  | "rate_limited"
  | "forbidden"
  | "not_found"
  | "storage";

export interface Refusal {
  code: ErrorCode;
  /** For people: what happened, what to do. */
  message: string;
  /** The cid of the `chat` event that it answers. */
  cid?: string;
  /** The `ref` of the event that it answers. */
  ref?: string;
  /** Milliseconds, with `rate_limited`. */
  retryAfter?: number;
}

export type ClientEvent = (
  | { t: "chat"; d: { cid: string; text: string; reply?: number } }
  | { t: "edit"; d: { id: number; text: string } }
  | { t: "delete"; d: { id: number } }
  | { t: "react"; d: { id: number; emoji: string; on: boolean } }
  | { t: "history"; d: { before: number; limit: number } }
  | { t: "name"; d: { name: string } }
  | { t: "typing" }
) &
  Ref;

/** The client's name for an event that it sends. The answer, if it goes to that peer alone, carries it in its `d` (W14). */
export interface Ref {
  ref?: string;
}

export type ServerEvent =
  | { t: "welcome"; d: Welcome }
  | { t: "chat"; seq: number; d: Message & Ref }
  | { t: "page"; d: { before: number; messages: Message[]; more: boolean } & Ref }
  | { t: "presence"; d: { n: number; joins?: User[]; leaves?: string[] } }
  | { t: "name"; d: { user: User } & Ref }
  | { t: "typing"; d: { user: User } }
  | { t: "error"; d: Refusal };

/** The event in a client's frame, or why it is refused (W12, W14). Says nothing yet of who may do what. */
export function parse(frame: string | ArrayBuffer | ArrayBufferView): ClientEvent | Refusal {
  if (typeof frame !== "string") return { code: "bad_frame", message: "Frames are JSON text, not binary." };
  let event: unknown;
  try {
    event = JSON.parse(frame);
  } catch {
    return { code: "bad_frame", message: "A frame must be JSON." };
  }
  if (!isObject(event)) return { code: "bad_frame", message: "A frame must be one JSON object." };
  const { t, ref } = event;
  if (ref !== undefined && !isRef(ref)) return { code: "invalid", message: `A ref is a text of 1 to ${MAX_REF} characters.` };
  return { ...parseEvent(t, isObject(event.d) ? event.d : {}), ...(ref !== undefined && { ref }) };
}

function parseEvent(t: unknown, d: Record<string, unknown>): ClientEvent | Refusal {
  switch (t) {
    case "chat": {
      const { cid, text, reply } = d;
      if (!isCid(cid)) return { code: "invalid", message: `A message needs a cid of 1 to ${MAX_CID} characters.` };
      if (typeof text !== "string") return { code: "invalid", message: "A message needs a text.", cid };
      if (reply === undefined) return { t: "chat", d: { cid, text } };
      if (!isId(reply)) return { code: "invalid", message: "A reply names the id of a message.", cid };
      return { t: "chat", d: { cid, text, reply } };
    }
    case "edit": {
      const { id, text } = d;
      if (!isId(id) || typeof text !== "string") return { code: "invalid", message: "An edit needs an id and a text." };
      return { t: "edit", d: { id, text } };
    }
    case "delete": {
      const { id } = d;
      if (!isId(id)) return { code: "invalid", message: "A delete needs the id of a message." };
      return { t: "delete", d: { id } };
    }
    case "react": {
      const { id, emoji, on } = d;
      if (!isId(id) || !isEmoji(emoji) || typeof on !== "boolean")
        return { code: "invalid", message: "A reaction needs an id, one emoji, and on: true or false." };
      return { t: "react", d: { id, emoji, on } };
    }
    case "history": {
      const { before, limit = PAGE_SIZE } = d;
      if (!Number.isSafeInteger(before)) return { code: "invalid", message: "The before is the id of a message." };
      if (!isId(limit) || limit > MAX_PAGE) return { code: "invalid", message: `The limit is a number from 1 to ${MAX_PAGE}.` };
      return { t: "history", d: { before: before as number, limit } };
    }
    case "name": {
      const { name } = d;
      if (typeof name !== "string") return { code: "invalid", message: "A name must be text." };
      return { t: "name", d: { name } };
    }
    case "typing":
      return { t: "typing" };
    default:
      return { code: "unknown_type", message: "This channel knows no event of that type.", ...(isCid(d.cid) && { cid: d.cid }) };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Well-formed, because SQLite would store another cid than the one that was sent. */
function isCid(value: unknown): value is string {
  return typeof value === "string" && value.length >= 1 && value.length <= MAX_CID && value.isWellFormed();
}

function isRef(value: unknown): value is string {
  return typeof value === "string" && value.length >= 1 && value.length <= MAX_REF;
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** One emoji: as Unicode recommends it for interchange, or its plain form without a variation selector. */
const EMOJI = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?)$/v;

function isEmoji(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_EMOJI && EMOJI.test(value);
}
