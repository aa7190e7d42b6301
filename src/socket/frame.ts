/** Decodes a server's frame (W12). */

import type { ServerEvent } from "../shared/protocol";

const KNOWN: Record<ServerEvent["t"], true> = {
  welcome: true,
  chat: true,
  page: true,
  found: true,
  presence: true,
  name: true,
  typing: true,
  settings: true,
  you: true,
  invited: true,
  redeemed: true,
  record: true,
  sanctions: true,
  kept: true,
  reported: true,
  reports: true,
  done: true,
  error: true,
};

/** The events of a frame. Events of unknown types, from a newer server, are left out and reported to `onIgnored`. */
export function eventsIn(frame: unknown, onIgnored: (what: string) => void): ServerEvent[] {
  const json = fromJson(frame);
  return (Array.isArray(json) ? json : [json]).filter((event: unknown) => {
    const isKnown = isServerEvent(event);
    if (!isKnown)
      onIgnored(isObject(event) && typeof event.t === "string" ? `an event "${event.t}"` : "a frame without an event");
    return isKnown;
  });
}

/** Checks the fields that the socket itself uses. The rest of an event is trusted. */
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
