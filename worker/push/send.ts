/** Sends one push: RFC 8030. */
import { encrypted } from "./encryption";
import { authorization, type VapidKeys } from "./vapid";

const TTL = 24 * 60 * 60; // seconds for which a push service keeps it
const ANSWER_WITHIN = 10_000; // ms
const MAX_TOPIC = 32; // characters of base64url (RFC 8030, section 5.4)

export interface Sent {
  /** Of the push service's answer; 503 if there was none. */
  status: number;
  /** ms, if it says when to try again. */
  retryAfter?: number;
}

interface Target {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** A later push about the same topic replaces one that waits. `contact` is whom the push service can write to. */
export async function send(
  { endpoint, p256dh, auth }: Target,
  text: string,
  { topic, isUrgent }: { topic: string; isUrgent: boolean },
  keys: VapidKeys,
  contact: string,
): Promise<Sent> {
  const [body, signature, hash] = await Promise.all([
    encrypted(new TextEncoder().encode(text), { p256dh: bytesOf(p256dh), auth: bytesOf(auth) }),
    authorization(endpoint, keys, contact),
    crypto.subtle.digest("SHA-256", new TextEncoder().encode(topic)),
  ]);
  const headers = {
    Authorization: signature,
    "Content-Encoding": "aes128gcm",
    "Content-Type": "application/octet-stream",
    TTL: String(TTL),
    Topic: new Uint8Array(hash).toBase64({ alphabet: "base64url" }).slice(0, MAX_TOPIC),
    Urgency: isUrgent ? "high" : "normal",
  };
  const signal = AbortSignal.timeout(ANSWER_WITHIN);
  try {
    const response = await fetch(endpoint, { method: "POST", headers, body, redirect: "manual", signal });
    await response.body?.cancel();
    const retryAfter = secondsIn(response.headers.get("Retry-After"));
    return { status: response.status, ...(retryAfter !== undefined && { retryAfter: retryAfter * 1_000 }) };
  } catch {
    return { status: 503 }; // no answer, or it ended in the middle
  }
}

export function bytesOf(base64url: string): Uint8Array {
  return Uint8Array.fromBase64(base64url.replace(/=+$/, ""), { alphabet: "base64url" });
}

/** Seconds from now, of a number or a date. */
function secondsIn(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d{1,6}$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.max(1, Math.min(seconds, TTL)) : undefined;
}
