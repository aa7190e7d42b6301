/** Parses a client's frame (W12, W14): the one place where a frame becomes an event. */
import { MAX_CID, MAX_EMOJI, MAX_PAGE, MAX_REF, PAGE_SIZE, type ClientEvent, type Refusal } from "./protocol";
import { refusalOf } from "./refusal-messages";

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
      const { cid, text, reply } = d;
      if (!isCid(cid)) return refusalOf("invalid", "bad_cid");
      if (typeof text !== "string") return { ...refusalOf("invalid", "bad_text"), cid };
      if (reply === undefined) return { t: "chat", d: { cid, text } };
      if (!isId(reply)) return { ...refusalOf("invalid", "bad_reply"), cid };
      return { t: "chat", d: { cid, text, reply } };
    }
    case "edit": {
      const { id, text } = d;
      if (!isId(id) || typeof text !== "string") return refusalOf("invalid", "bad_edit");
      return { t: "edit", d: { id, text } };
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
      const { before, limit = PAGE_SIZE } = d;
      if (!Number.isSafeInteger(before)) return refusalOf("invalid", "bad_before");
      if (!isId(limit) || limit > MAX_PAGE) return refusalOf("invalid", "bad_limit");
      return { t: "history", d: { before: before as number, limit } };
    }
    case "name": {
      const { name } = d;
      if (typeof name !== "string") return refusalOf("invalid", "bad_name");
      return { t: "name", d: { name } };
    }
    case "typing":
      return { t: "typing" };
    default:
      return { ...refusalOf("unknown_type"), ...(isCid(d.cid) && { cid: d.cid }) };
  }
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

/** One emoji: as Unicode recommends it for interchange, or without its variation selector. */
const EMOJI = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?)$/v;

function isEmoji(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_EMOJI && EMOJI.test(value);
}
