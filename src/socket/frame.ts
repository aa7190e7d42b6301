/** The events in a server's frame (W12), as far as this client knows them. */

import type { ServerEvent } from "../shared/protocol";

const KNOWN: Record<ServerEvent["t"], true> = {
  welcome: true,
  chat: true,
  page: true,
  presence: true,
  name: true,
  typing: true,
  error: true,
};

/** What a newer server says and this client does not know is passed over, and shown to `ignored`. */
export function eventsIn(frame: unknown, ignored: (what: string) => void): ServerEvent[] {
  const json = fromJson(frame);
  return (Array.isArray(json) ? json : [json]).filter((event: unknown) => {
    const known = isServerEvent(event);
    if (!known) ignored(isObject(event) && typeof event.t === "string" ? `an event "${event.t}"` : "a frame without an event");
    return known;
  });
}

/** Checks what the socket itself relies on; the rest of an event is the server's word. */
function isServerEvent(event: unknown): event is ServerEvent {
  if (!isObject(event) || !isObject(event.d) || typeof event.t !== "string" || !Object.hasOwn(KNOWN, event.t)) return false;
  if (event.t === "welcome") return Number.isSafeInteger(event.d.seq) && typeof event.d.epoch === "string";
  return event.t !== "chat" || Number.isSafeInteger(event.seq);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function fromJson(frame: unknown): unknown {
  try {
    return JSON.parse(String(frame));
  } catch {
    return undefined;
  }
}
