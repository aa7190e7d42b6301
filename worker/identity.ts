/** Who someone is without having signed up: a random secret in a cookie, and another public id of it in every channel (W17). */

import { cookieIn } from "../src/page";

const COOKIE = "edgewise";
const SECRET = /^[A-Za-z0-9_-]{22}$/; // 128 bits
const HALF_A_YEAR = 180 * 24 * 60 * 60; // seconds

/** The secret that the request's cookie carries, or a new one; `isNew` says that the answer has to set it. */
export function secretOf(request: Request): { secret: string; isNew: boolean } {
  const secret = cookieIn(request.headers.get("Cookie") ?? "", COOKIE);
  if (secret !== undefined && SECRET.test(secret)) return { secret, isNew: false };
  return { secret: base64url(crypto.getRandomValues(new Uint8Array(16))), isNew: true };
}

/** The public id in `channel` of who has `secret`: 96 bits of a hash, from which neither the secret nor an id elsewhere follows. */
export async function publicId(secret: string, channel: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${secret} ${channel}`));
  return base64url(new Uint8Array(hash, 0, 12));
}

/** The `Set-Cookie` line that keeps `secret` in the browser, out of the reach of scripts. */
export function keepSecret(secret: string, secure: boolean): string {
  return `${COOKIE}=${secret}; Path=/; Max-Age=${HALF_A_YEAR}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** What someone is called who has not said: `Guest 482`, the same for the same `seed`. */
export function guestName(seed: string): string {
  let sum = 0;
  for (const char of seed) sum = (sum * 31 + char.charCodeAt(0)) % 900;
  return `Guest ${100 + sum}`;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
