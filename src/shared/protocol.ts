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
export const MAX_SEARCH = 200; // UTF-16 units of what is searched for
export const MAX_FOUND = 50;
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

export const MAX_STAFF = 50; // moderators and owners of one channel (W23)
export const MAX_KEYS = 100; // keys of one channel that can still be redeemed
export const MAX_KEY_USES = 1_000;
export const KEY_VALID = { min: 60, max: 31_536_000 } as const; // seconds
export const MAX_WRONG_KEYS = 5; // per minute and peer; the last one closes the socket
export const MAX_TOPIC = 250; // UTF-16 units (W24)
export const MAX_PINS = 20; // messages
export const MAX_SLOW = 3_600; // seconds between two messages of one user
export const KEEP = { min: 3_600, max: 31_536_000 } as const; // seconds
export const MAX_PURGE = 1_000; // messages (W25)
export const RESTORE_WITHIN = 24 * 60 * 60_000; // ms after a removal
export const MAX_MUTE = 2_592_000; // seconds (W26)
export const MAX_BAN = 31_536_000; // seconds
export const PLACE_BAN_FOR = 24 * 60 * 60_000; // ms during which newcomers at a banned user's address cannot write
export const MAX_RECORDS = 1_000; // of one channel (W27)
export const MAX_DAY_OF_ADDRESS = 5_000; // messages in one channel (W30)
export const MAX_REPORT_REASON = 250; // UTF-16 units (W28)
export const MAX_REPORTS_PER_HOUR = 5; // of one user
export const MAX_REPORTS = 1_000; // open ones of one channel

export const MAX_FILES = 10; // of one message (W37)
export const MAX_FILE_SIZE = 8 * 1_048_576; // bytes
export const MAX_ALT = 1_000; // UTF-16 units of the text that describes a file
export const MAX_PREVIEW = 64; // characters of a blur hash

export const MAX_PREVIEW_TITLE = 200; // UTF-16 units of what a link's page says (W38)
export const MAX_PREVIEW_DESCRIPTION = 300;

/** The close codes that the server sends (W15). */
export const CLOSE = {
  badFrames: 1008,
  frameTooBig: 1009,
  tryLater: 1013,
  removed: 4001,
  noChannel: 4002,
  tooManyPeers: 4003,
  membersOnly: 4004,
} as const;

/** After these a client does not reconnect. */
export const FINAL_CODES: readonly number[] = [CLOSE.removed, CLOSE.noChannel, CLOSE.tooManyPeers, CLOSE.membersOnly];

export interface User {
  id: string;
  name: string;
  /** What the name looks like, if that takes Unicode's table of confusables to know (W10). */
  skeletons?: string[];
}

/** A user's role that is listed in the settings (W21). */
export type StaffRole = "moderator" | "owner";

/** A host runs the deployment, and has an owner's rights in every channel. Hosts are not listed. */
export type Role = StaffRole | "host";

/** What a key makes of the user who redeems it (W23). A member can read a private channel, and has no other rights. */
export type KeyRole = "member" | StaffRole;

/** The user at the other end of a peer's socket, with what they alone are told. An absent field means no. */
export interface You extends User {
  role?: Role;
  /** Why this user cannot write here now. Absent if they can. */
  readOnly?: ReadOnly;
}

export interface ReadOnly {
  reason: Extract<Reason, "muted" | "banned_address" | "known_only" | "staff_only">;
  /** When it ends, Unix milliseconds. Absent if it depends on a setting. */
  until?: number;
}

/** Who may write, and who may read (W24). */
export type WriteAccess = "all" | "known" | "staff";
export type ReadAccess = "all" | "members";

/** Who may upload files: who has written here before, everyone, staff, nobody. */
export type FilesAccess = "known" | "all" | "staff" | "none";

export type OnOff = "on" | "off";

/** The settings that `set` can change. */
export interface ChangeableSettings {
  /** One line, "" for none. */
  topic: string;
  /** Ids of messages, the newest first. */
  pins: number[];
  /** Seconds between two messages of one user; 0: no slow mode. */
  slow: number;
  write: WriteAccess;
  read: ReadAccess;
  /** Seconds after which a message is deleted; 0: kept as W19 says. */
  keep: number;
  /** Who may upload files (W37). */
  files: FilesAccess;
  /** Whether links get previews, if the deployment has them (W38). */
  previews: OnOff;
}

export interface StaffMember extends User {
  role: StaffRole;
}

/** The whole state of a channel's settings (W24). */
export interface Settings extends ChangeableSettings {
  staff: StaffMember[];
  /** The pinned messages, as quotes. Absent if nothing is pinned. */
  quotes?: Quote[];
  /** Whether somebody has subscribed to pushes, so that pages say whether they are visible (W36). */
  push?: true;
}

/** What staff can do, as the moderation log names it (W27). `redeem` is by the user who redeemed a key. */
export type Act =
  | "set"
  | "invite"
  | "revoke"
  | "redeem"
  | "role"
  | "remove"
  | "restore"
  | "purge"
  | "mute"
  | "unmute"
  | "ban"
  | "unban"
  | "resolve";

/** One act of staff (W27). An absent field does not apply. */
export interface RecordEntry {
  n: number;
  /** Unix milliseconds. */
  at: number;
  by: User;
  act: Act;
  /** Whom it is about. */
  user?: User;
  /** The message, or the key. */
  id?: number;
  /** Seconds. */
  for?: number;
  /** The role that was given, or `none`. */
  role?: KeyRole | "none";
  /** The settings that were changed, with their new values. */
  set?: Partial<ChangeableSettings>;
  /** The number of messages that were removed. */
  count?: number;
  /** The removed text, as long as it can be restored. */
  text?: string;
}

/** A user who is muted or banned. */
export interface Sanction {
  user: User;
  /** Unix milliseconds. */
  until: number;
  by: User;
}

export interface Report {
  /** The message. */
  id: number;
  by: User;
  reason: string;
  /** Unix milliseconds. */
  at: number;
}

export interface Reaction {
  emoji: string;
  /** User ids, in the order in which they reacted. */
  users: string[];
}

/** A file as its upload is answered, and as the message that names it has it (W37). */
export interface StoredFile {
  id: string;
  name: string;
  /** By its first bytes: a media type that is shown, or `application/octet-stream`. */
  type: string;
  /** Bytes, as stored. */
  size: number;
  /** Pixels, of a picture. */
  width?: number;
  height?: number;
  /** What it shows, for those who cannot see it; "" if nobody has said. */
  alt: string;
  /** A blur hash, or "". */
  preview: string;
}

/** A file that was deleted because the channel had no room left. */
export interface GoneFile {
  id: string;
  name: string;
  gone: true;
}

export type MessageFile = StoredFile | GoneFile;

/** What the page behind a message's first link says of itself (W38). */
export interface LinkPreview {
  /** The link, as the message has it. */
  url: string;
  title: string;
  /** "" if there is none. */
  description: string;
  /** A file of the channel. Width and height in pixels. */
  image?: { id: string; width: number; height: number };
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
  /** Deleted by staff (W25). */
  removed?: true;
  reactions?: Reaction[];
  /** In the order in which its author named them. */
  files?: MessageFile[];
  /** Of its first link. It comes later than the message. */
  preview?: LinkPreview;
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

/** Which page of the history: before or after a message id, without that message, or around one (W8, W31). */
export type PagePlace =
  | { before: number; after?: never; around?: never }
  | { after: number; before?: never; around?: never }
  | { around: number; before?: never; after?: never };

export interface Page extends Messages {
  /** Whether newer messages exist. Not told of a page before an id. */
  newer?: boolean;
}

/** What a search has found (W33), newest first. */
export interface Found {
  /** What was searched for. */
  text: string;
  messages: Message[];
  /** Whether older messages match, too. */
  more: boolean;
  /** Whether all of the history was searched. It is not while the index is being made. */
  complete: boolean;
}

/** How much of its history a channel keeps (W24). */
export interface Kept {
  /** The number of messages, with deleted ones, which keep their place. */
  messages: number;
  /** When the oldest of them was written, Unix milliseconds. Absent if there is none. */
  since?: number;
}

export interface Limits {
  frame: number;
  text: number;
  name: number;
}

/** A channel's latest state, for the page and the welcome. */
export interface Snapshot extends Page {
  epoch: string;
  seq: number;
  you: You;
  /** Peers, not users. */
  n: number;
  /** Distinct users, at most `MAX_LISTED_USERS`. */
  users: readonly User[];
  /** A Worker from before it has none. */
  settings?: Settings;
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
  | "bad_place"
  | "bad_search"
  | "bad_limit"
  | "bad_name"
  | "bad_file"
  | "bad_files"
  | "bad_picture"
  | "cut_file"
  | "empty_file"
  | "large_file"
  | "no_cookie"
  | "bad_subscription"
  | "many_subscriptions"
  | "no_files"
  | "files_for_known"
  | "files_for_staff"
  | "other_file"
  | "no_such_file"
  | "many_files"
  | "busy_files"
  | "full_day_of_files"
  | "too_many_emoji"
  | "too_many_reactions"
  | "empty_name"
  | "long_name"
  | "much_typing"
  | "muted"
  | "banned_address"
  | "known_only"
  | "staff_only"
  | "banned"
  | "members_only"
  | "slow_mode"
  | "newcomer"
  | "busy_address"
  | "full_day"
  | "much_reporting"
  | "bad_key"
  | "not_staff"
  | "not_owner"
  | "yourself"
  | "is_staff"
  | "last_owner"
  | "too_many_staff"
  | "too_many_keys"
  | "no_such_user"
  | "no_such_key"
  | "not_restorable"
  | "long_topic"
  | "long_reason";

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
  /** When it is no longer refused, Unix milliseconds, with `forbidden`. */
  until?: number;
}

export type ClientEvent = (
  | { t: "chat"; d: { cid: string; text: string; reply?: number; files?: string[]; preview?: false } }
  | { t: "edit"; d: { id: number; text: string; preview?: false } }
  | { t: "delete"; d: { id: number } }
  | { t: "react"; d: { id: number; emoji: string; on: boolean } }
  | { t: "history"; d: PagePlace & { limit: number } }
  | { t: "search"; d: { text: string; from?: string; before?: number; limit: number } }
  | { t: "name"; d: { name: string } }
  | { t: "typing" }
  | { t: "visible"; d: { on: boolean } }
  | StaffEvent
  | { t: "redeem"; d: { key: string } }
  | { t: "report"; d: { id: number; reason: string } }
) &
  Ref;

/** The events of moderators, owners and hosts (W23–W28). Times are in seconds, except `since`, in Unix milliseconds. */
export type StaffEvent =
  | { t: "set"; d: Partial<ChangeableSettings> }
  | { t: "invite"; d: { role: KeyRole; uses: number; for: number } }
  | { t: "revoke"; d: { id: number } }
  | { t: "role"; d: { user: string; role: KeyRole | "none" } }
  | { t: "restore"; d: { id: number } }
  | { t: "purge"; d: { user: string; since: number } }
  | { t: "mute"; d: { user: string; for: number } }
  | { t: "ban"; d: { user: string; for: number; purge?: number } }
  | { t: "unban"; d: { user: string } }
  | { t: "record"; d: { before?: number; limit: number } }
  | { t: "sanctions" }
  | { t: "kept" }
  | { t: "reports" }
  | { t: "resolve"; d: { id: number } };

/** The client's name for an event that it sends. The answer, if it goes to that peer alone, carries it in its `d` (W14). */
export interface Ref {
  ref?: string;
}

export type ServerEvent =
  | { t: "welcome"; d: Welcome }
  | { t: "chat"; seq: number; d: Message & { quote?: Quote } & Ref }
  | { t: "page"; d: PagePlace & Page & Ref }
  | { t: "found"; d: Found & Ref }
  | { t: "presence"; d: { n: number; joins?: readonly User[]; leaves?: string[] } }
  | { t: "name"; d: { user: User } & Ref }
  | { t: "typing"; d: { user: User } }
  | { t: "settings"; d: Settings }
  | { t: "you"; d: You }
  | { t: "invited"; d: { id: number; role: KeyRole; key: string; expires: number } & Ref }
  | { t: "redeemed"; d: { role: KeyRole } & Ref }
  | { t: "record"; d: { entries: RecordEntry[]; more: boolean } & Ref }
  | { t: "sanctions"; d: { muted: Sanction[]; banned: Sanction[] } & Ref }
  | { t: "kept"; d: Kept & Ref }
  | { t: "reported"; d: { id: number } & Ref }
  | { t: "reports"; d: { n: number; reports?: Report[] } & Ref }
  | { t: "done"; d: Ref }
  | { t: "error"; d: Refusal };
