/** Parses a client's frame (W12, W14): the one place where a frame becomes an event. */
import {
  KEEP,
  KEY_VALID,
  MAX_BAN,
  MAX_CID,
  MAX_EMOJI,
  MAX_FILES,
  MAX_FOUND,
  MAX_KEY_USES,
  MAX_MUTE,
  MAX_PAGE,
  MAX_PINS,
  MAX_REF,
  MAX_SEARCH,
  MAX_SLOW,
  PAGE_SIZE,
  type ChangeableSettings,
  type ClientEvent,
  type KeyRole,
  type PagePlace,
  type Refusal,
} from "./protocol";
import { refusalOf } from "./refusal-messages";

const KEY_ROLES: readonly KeyRole[] = ["member", "moderator", "owner"];

/** The event in a client's frame, or why it is rejected. Does not check what the user may do. */
export function parse(frame: string | ArrayBuffer | ArrayBufferView): ClientEvent | Refusal {
  if (typeof frame !== "string") return refusalOf("bad_frame", "binary");
  let event: unknown;
  try {
    event = JSON.parse(frame);
  } catch {
    return refusalOf("bad_frame", "not_json");
  }
  if (!isObject(event)) return refusalOf("bad_frame");
  const { t, ref } = event;
  const d = isObject(event.d) ? event.d : {};
  if (ref === undefined) return parseEvent(t, d);
  if (isRef(ref)) return { ...parseEvent(t, d), ref };
  return { ...refusalOf("invalid", "bad_ref"), ...(isCid(d.cid) && { cid: d.cid }) };
}

function parseEvent(t: unknown, d: Record<string, unknown>): ClientEvent | Refusal {
  switch (t) {
    case "chat": {
      const { cid, text, reply, files = [] } = d;
      if (!isCid(cid)) return refusalOf("invalid", "bad_cid");
      if (typeof text !== "string") return { ...refusalOf("invalid", "bad_text"), cid };
      if (reply !== undefined && !isId(reply)) return { ...refusalOf("invalid", "bad_reply"), cid };
      if (!areFileIds(files)) return { ...refusalOf("invalid", "bad_files"), cid };
      const named = { ...(files.length > 0 && { files }), ...withoutPreview(d) };
      return { t: "chat", d: { cid, text, ...(reply !== undefined && { reply }), ...named } };
    }
    case "edit": {
      const { id, text } = d;
      if (!isId(id) || typeof text !== "string") return refusalOf("invalid", "bad_edit");
      return { t: "edit", d: { id, text, ...withoutPreview(d) } };
    }
    case "delete": {
      const { id } = d;
      if (!isId(id)) return refusalOf("invalid", "bad_delete");
      return { t: "delete", d: { id } };
    }
    case "react": {
      const { id, emoji, on } = d;
      if (!isId(id) || !isEmoji(emoji) || typeof on !== "boolean") return refusalOf("invalid", "bad_react");
      return { t: "react", d: { id, emoji, on } };
    }
    case "history": {
      const { limit = PAGE_SIZE } = d;
      const place = placeOf(d);
      if (!place) return refusalOf("invalid", "after" in d || "around" in d ? "bad_place" : "bad_before");
      if (!isId(limit) || limit > MAX_PAGE) return refusalOf("invalid", "bad_limit");
      return { t: "history", d: { ...place, limit } };
    }
    case "search": {
      const { text, from, before, limit = 20 } = d;
      const isValid =
        typeof text === "string" && text !== "" && text.length <= MAX_SEARCH && (from === undefined || isUserId(from)) &&
        (before === undefined || isId(before)) && isId(limit) && limit <= MAX_FOUND; // prettier-ignore
      if (!isValid) return refusalOf("invalid", "bad_search");
      return { t, d: { text, limit, ...(from !== undefined && { from }), ...(before !== undefined && { before }) } };
    }
    case "name": {
      const { name } = d;
      if (typeof name !== "string") return refusalOf("invalid", "bad_name");
      return { t: "name", d: { name } };
    }
    case "typing":
      return { t: "typing" };
    case "visible":
      return typeof d.on === "boolean" ? { t, d: { on: d.on } } : refusalOf("invalid");
    case "redeem":
      return typeof d.key === "string" ? { t, d: { key: d.key } } : refusalOf("invalid");
    case "report": {
      const { id, reason = "" } = d;
      return isId(id) && typeof reason === "string" ? { t, d: { id, reason } } : refusalOf("invalid");
    }
    case "set":
      return parseSet(d);
    case "invite": {
      const { role, uses = 1, for: seconds } = d;
      const isValid =
        isOneOf(KEY_ROLES, role) && isWithin(uses, 1, MAX_KEY_USES) && isWithin(seconds, KEY_VALID.min, KEY_VALID.max);
      return isValid ? { t, d: { role, uses, for: seconds } } : refusalOf("invalid");
    }
    case "revoke":
    case "restore":
    case "resolve":
      return isId(d.id) ? { t, d: { id: d.id } } : refusalOf("invalid");
    case "role": {
      const { user, role } = d;
      return isUserId(user) && (role === "none" || isOneOf(KEY_ROLES, role)) ? { t, d: { user, role } } : refusalOf("invalid");
    }
    case "purge": {
      const { user, since } = d;
      return isUserId(user) && isWithin(since, 0) ? { t, d: { user, since } } : refusalOf("invalid");
    }
    case "mute": {
      const { user, for: seconds } = d;
      return isUserId(user) && isWithin(seconds, 0, MAX_MUTE) ? { t, d: { user, for: seconds } } : refusalOf("invalid");
    }
    case "ban": {
      const { user, for: seconds, purge } = d;
      if (!isUserId(user) || !isWithin(seconds, 1, MAX_BAN)) return refusalOf("invalid");
      if (purge === undefined) return { t, d: { user, for: seconds } };
      return isWithin(purge, 0) ? { t, d: { user, for: seconds, purge } } : refusalOf("invalid");
    }
    case "unban":
      return isUserId(d.user) ? { t, d: { user: d.user } } : refusalOf("invalid");
    case "record": {
      const { before, limit = PAGE_SIZE } = d;
      if (!isWithin(limit, 1, MAX_PAGE)) return refusalOf("invalid", "bad_limit");
      if (before === undefined) return { t, d: { limit } };
      return Number.isSafeInteger(before) ? { t, d: { before: before as number, limit } } : refusalOf("invalid", "bad_before");
    }
    case "sanctions":
    case "kept":
    case "reports":
      return { t };
    default:
      return { ...refusalOf("unknown_type"), ...(isCid(d.cid) && { cid: d.cid }) };
  }
}

/** The author's wish that the message's link has no preview (W38). */
function withoutPreview({ preview }: Record<string, unknown>) {
  return preview === false && { preview: false as const };
}

/** The place of a page, if exactly one is given. */
function placeOf({ before, after, around }: Record<string, unknown>): PagePlace | undefined {
  const [place, ...others] = Object.entries({ before, after, around }).filter(([, id]) => id !== undefined);
  const isOne = place && others.length === 0 && Number.isSafeInteger(place[1]);
  return isOne ? (Object.fromEntries([place]) as PagePlace) : undefined;
}

const CHECKS: { [Field in keyof ChangeableSettings]: (value: unknown) => value is ChangeableSettings[Field] } = {
  topic: (value) => typeof value === "string",
  pins: (value): value is number[] => Array.isArray(value) && value.length <= MAX_PINS && value.every(isId),
  slow: (value): value is number => isWithin(value, 0, MAX_SLOW),
  write: (value) => isOneOf(["all", "known", "staff"], value),
  read: (value) => isOneOf(["all", "members"], value),
  keep: (value): value is number => value === 0 || isWithin(value, KEEP.min, KEEP.max),
  files: (value) => isOneOf(["known", "all", "staff", "none"], value),
  previews: (value) => isOneOf(["on", "off"], value),
};

/** At least one setting, and nothing else: what cannot be set must not seem to have been. `staff` changes by `role` alone. */
function parseSet(d: Record<string, unknown>): ClientEvent | Refusal {
  const fields = Object.entries(d);
  if (fields.some(([field]) => field === "staff")) return refusalOf("forbidden", "not_owner");
  const isValid = fields.every(
    ([field, value]) => Object.hasOwn(CHECKS, field) && CHECKS[field as keyof ChangeableSettings](value),
  );
  return isValid && fields.length > 0 ? { t: "set", d: d as Partial<ChangeableSettings> } : refusalOf("invalid");
}

function isWithin(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isOneOf<T extends string>(values: readonly T[], value: unknown): value is T {
  return (values as readonly unknown[]).includes(value);
}

/** A public id (W17). */
function isUserId(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{16}$/.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Must be well-formed: otherwise SQLite would store another cid than the one that was sent. */
function isCid(value: unknown): value is string {
  return typeof value === "string" && value.length >= 1 && value.length <= MAX_CID && value.isWellFormed();
}

function isRef(value: unknown): value is string {
  return typeof value === "string" && value.length >= 1 && value.length <= MAX_REF;
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** Names of files, each once. Which of them exist is for the channel to find out. */
function areFileIds(value: unknown): value is string[] {
  const isList = Array.isArray(value) && value.length <= MAX_FILES && value.every((id) => typeof id === "string");
  return isList && new Set(value).size === value.length;
}

/** One emoji: as Unicode recommends it for interchange, or without its variation selector. */
const EMOJI = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?)$/v;

function isEmoji(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_EMOJI && EMOJI.test(value);
}
