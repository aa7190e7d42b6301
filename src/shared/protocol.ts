/**
 * The wire, version 1: every event, limit and close code. The numbers (W4, …) are those of the rules in docs/protocol.md. Imports
 * nothing: both sides import it.
 */

export const PROTOCOL = 1;

/** The limits in `welcome`: bytes per frame, UTF-16 units per text, graphemes per name. */
export const LIMITS = { frame: 16_384, text: 4_000, name: 32 } as const;

export const MAX_CID = 64; // UTF-16 units
export const MAX_REF = 64; // UTF-16 units
export const MAX_EMOJI = 32; // UTF-16 units
export const MAX_REACTIONS = 20; // different emoji on one message
export const MAX_REACTIONS_IN_ALL = 500; // on one message; each reaction sends the whole message to everyone
export const PAGE_SIZE = 50; // messages in a first load, and in a page without a limit
export const MAX_PAGE = 100; // messages
export const MAX_QUOTE = 200; // UTF-16 units of a quoted text (W5)
export const MAX_RESUME = 500; // messages changed while a client was away (W3)
export const MAX_LISTED_USERS = 50; // above it, users are only counted (W2, W9)

export const PING_EVERY = 4_000; // ms (W12)
export const PONG_WITHIN = 9_000; // ms, then the socket is dead
export const PRESENCE_EVERY = 1_000; // ms between presence events, at least (W9)
export const LEAVE_GRACE = 5_000; // ms; a user who is back within it is not reported as left
export const FLUSH_WITHIN = 50; // ms that an event waits for a flush, at most (W13)
export const PING_TIMEOUT = 70_000; // ms without a ping after which a peer that has pinged is closed; a hidden tab pings once a minute
export const TYPING_EVERY = 3_000; // ms (W11); a sentence in worker/channel/Commands.ts says it in words
export const TYPING_SHOWN = 5_000; // ms
export const MAX_BAD_FRAMES = 20; // per minute and peer (W15)
export const MAX_RATE_LIMITED = 100; // per minute and peer; a client that waits for `retryAfter` gets few
export const MAX_PEERS_OF_USER = 10; // in one channel (W19)
export const MAX_STORED = 100_000; // messages of one channel, and names
export const MAX_UNSENT = 1_048_576; // bytes waiting for a peer that does not read

/** The close codes that the server sends (W15). */
export const CLOSE = {
  badFrames: 1008,
  frameTooBig: 1009,
  tryLater: 1013,
  removed: 4001,
  noChannel: 4002,
  tooManyPeers: 4003,
} as const;

/** After these a client does not reconnect. */
export const FINAL_CODES: readonly number[] = [CLOSE.removed, CLOSE.noChannel, CLOSE.tooManyPeers];

export interface User {
  id: string;
  name: string;
  /** What the name looks like, if that takes Unicode's table of confusables to know (W10). */
  skeletons?: string[];
}

export interface Reaction {
  emoji: string;
  /** User ids, in the order in which they reacted. */
  users: string[];
}

/** The complete state of one message (W5). An absent field means no. */
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

/** The part of a message that stands above its answers (W5). */
export interface Quote {
  id: number;
  user: User;
  /** Its first `MAX_QUOTE` units. */
  text: string;
  deleted?: true;
}

/** A part of the channel's messages. */
export interface Messages {
  messages: Message[];
  /** Whether messages older than these exist. */
  more: boolean;
  /** The messages that these answer and that are not among them. Absent if there are none. */
  quotes?: Quote[];
}

export interface Limits {
  frame: number;
  text: number;
  name: number;
}

/** A channel's latest state, for the page and the welcome. */
export interface Snapshot extends Messages {
  epoch: string;
  seq: number;
  you: User;
  /** Peers, not users. */
  n: number;
  /** Distinct users, at most `MAX_LISTED_USERS`. */
  users: readonly User[];
}

export interface Welcome extends Snapshot {
  protocol: number;
  channel: string;
  /** Presented at the page's next upgrades, if its browser refuses the identity cookie (W17). */
  identity?: string;
  resumed: boolean;
  /** The server's time, Unix milliseconds. A Worker from before it does not tell it. */
  now?: number;
  limits: Limits;
  /** The id of the page's build that the Worker serves. A Worker from before it names none. */
  build?: string;
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

/** Tells errors of one code apart that have different messages (W14). */
export type Reason =
  | "binary"
  | "not_json"
  | "bad_ref"
  | "bad_cid"
  | "bad_text"
  | "bad_reply"
  | "bad_edit"
  | "bad_delete"
  | "bad_react"
  | "bad_before"
  | "bad_limit"
  | "bad_name"
  | "too_many_emoji"
  | "too_many_reactions"
  | "empty_name"
  | "long_name"
  | "much_typing";

export interface Refusal {
  code: ErrorCode;
  /** Absent if the message is that of the code. */
  reason?: Reason;
  /** For people: what happened, what to do. In English; a page shows its own sentence. */
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
  | { t: "chat"; seq: number; d: Message & { quote?: Quote } & Ref }
  | { t: "page"; d: { before: number } & Messages & Ref }
  | { t: "presence"; d: { n: number; joins?: readonly User[]; leaves?: string[] } }
  | { t: "name"; d: { user: User } & Ref }
  | { t: "typing"; d: { user: User } }
  | { t: "error"; d: Refusal };
