/** Parses a client's frame (W12, W14): the one place where a frame becomes an event. */
import { MAX_CID, MAX_EMOJI, MAX_PAGE, MAX_REF, PAGE_SIZE, type ClientEvent, type Refusal } from "./protocol";

/** The event in a client's frame, or why it is rejected. Does not check what the user may do. */
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
  const d = isObject(event.d) ? event.d : {};
  if (ref === undefined) return parseEvent(t, d);
  if (isRef(ref)) return { ...parseEvent(t, d), ref };
  return { code: "invalid", message: `A ref is a text of 1 to ${MAX_REF} characters.`, ...(isCid(d.cid) && { cid: d.cid }) };
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
