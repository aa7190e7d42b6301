/**
 * The messages of `error` events (W14) and the reasons of closes (W15), in English: for developers, and as a fallback where
 * the page has no translation. If a code has several messages, the event also carries the key of its message, as its `reason`.
 */
import {
  LIMITS,
  MAX_CID,
  MAX_DAY_OF_ADDRESS,
  MAX_KEYS,
  MAX_PAGE,
  MAX_REACTIONS,
  MAX_REACTIONS_IN_ALL,
  MAX_REF,
  MAX_REPORT_REASON,
  MAX_REPORTS_PER_HOUR,
  MAX_STAFF,
  MAX_TOPIC,
  type ErrorCode,
  type Reason,
  type Refusal,
} from "./protocol";

const MESSAGES: Record<Reason | ErrorCode, string> = {
  bad_frame: "A frame must be one JSON object.",
  binary: "Frames are JSON text, not binary.",
  not_json: "A frame must be JSON.",
  unknown_type: "This channel knows no event of that type.",
  invalid: "The event has fields that are not valid.",
  bad_ref: `A ref is a text of 1 to ${MAX_REF} characters.`,
  bad_cid: `A message needs a cid of 1 to ${MAX_CID} characters.`,
  bad_text: "A message needs a text.",
  bad_reply: "A reply names the id of a message.",
  bad_edit: "An edit needs an id and a text.",
  bad_delete: "A delete needs the id of a message.",
  bad_react: "A reaction needs an id, one emoji, and on: true or false.",
  bad_before: "The before is the id of a message.",
  bad_limit: `The limit is a number from 1 to ${MAX_PAGE}.`,
  bad_name: "A name must be text.",
  too_many_emoji: `A message has at most ${MAX_REACTIONS} different reactions.`,
  too_many_reactions: `A message has at most ${MAX_REACTIONS_IN_ALL} reactions.`,
  empty: "There is nothing to send: the message is empty.",
  empty_name: "A name needs at least one visible character.",
  too_long: `A message has at most ${LIMITS.text} characters. Send it in parts.`,
  long_name: `A name has at most ${LIMITS.name} characters.`,
  rate_limited: "That was a lot at once. It can be sent again in a moment.",
  much_typing: "Typing is told once in three seconds.",
  forbidden: "Only who wrote a message can change it.",
  muted: "You are muted in this channel.",
  banned: "You are banned from this channel.",
  banned_address: "Someone at your address is banned. Until that ends, people who are new here can read, but not write.",
  known_only: "Only people who wrote here before, members and staff can write in this channel.",
  staff_only: "Only staff can write in this channel.",
  members_only: "This channel is private. Ask its owner for an invitation.",
  slow_mode: "This channel is in slow mode. Your next message can be sent in a moment.",
  newcomer: "You are new here, so your first messages are slowed down. It can be sent again in a moment.",
  busy_address: "A lot is being sent from your address. It can be sent again in a moment.",
  full_day: `At most ${MAX_DAY_OF_ADDRESS} messages a day come from one address. It can be sent again tomorrow.`,
  much_reporting: `At most ${MAX_REPORTS_PER_HOUR} messages can be reported in an hour.`,
  bad_key: "This invitation is not valid: it was revoked, used up or has expired. Ask for a new one.",
  not_staff: "Only staff of this channel can do this.",
  not_owner: "Only an owner of this channel can do this.",
  yourself: "You cannot do this to yourself.",
  is_staff: "This person is staff. Remove their role first.",
  last_owner: "A channel keeps its last owner. Make someone else an owner first.",
  too_many_staff: `A channel has at most ${MAX_STAFF} moderators and owners.`,
  too_many_keys: `A channel has at most ${MAX_KEYS} invitations. Revoke one first.`,
  no_such_user: "This channel does not know that person.",
  no_such_key: "There is no such invitation any more.",
  not_restorable: "That message cannot be restored any more.",
  long_topic: `A topic is one line of at most ${MAX_TOPIC} characters.`,
  long_reason: `A reason has at most ${MAX_REPORT_REASON} characters.`,
  not_found: "That message is not there any more.",
  storage: "That could not be stored. Try again.",
};

/** A refusal with its message. Without a reason, the message is that of its code. */
export function refusalOf(code: ErrorCode, reason?: Reason): Refusal {
  return { code, ...(reason && { reason }), message: MESSAGES[reason ?? code] };
}

/** Why the channel closes a peer. At most 123 bytes. */
export const CLOSE_REASONS = {
  banned: (until: number) => `You are banned from this channel until ${new Date(until).toISOString()}.`,
  membersOnly: "This channel is private. Ask its owner for an invitation.",
  wrongKeys: "Too many wrong keys.",
  badFrames: "Too many frames that this channel cannot take.",
  behind: "You are too far behind. Reconnect to catch up.",
  failed: "The connection failed. Reconnect to catch up.",
  frameTooBig: `A frame has at most ${LIMITS.frame} bytes.`,
  notOpened: "The channel cannot be opened right now.",
  silent: (seconds: number) => `No ping for ${seconds} seconds.`,
  tooManyPeers: "This channel is open too many times. Close one of the others, then reload.",
  tooMuch: "Too much at once, again and again.",
};
