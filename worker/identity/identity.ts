/** Who someone is without having signed up: a signed cookie with a secret in it, and another public id of it in every channel (W17). */
import { cookieIn } from "../../src/shared/page";
import type { Env } from "../env";
import { hmacKey, type Key, keysOf } from "./keys";

const DAY = 24 * 60 * 60; // seconds, as all times in a cookie
const GOOD_FOR = 180 * DAY;
const RENEWED_AFTER = 7 * DAY;
const CLOCKS_DIFFER = 5 * 60;

/** `v1.<key id>.<secret>.<issued>.<HMAC-SHA-256>`. The last of the HMAC's 43 letters has four bits: other letters would mean the same. */
const COOKIE = /^(v1\.(\d+)\.([\w-]{22})\.(\d{1,12}))\.([\w-]{42}[AEIMQUYcgkosw048])$/;

export interface Person {
  /**
   * 128 random bits that nobody but the person's browser knows. Public ids come from it alone, so another signing key leaves
   * them as they are, and who has stolen a signing key can still not be anyone else.
   */
  secret: string;
  /** The `Set-Cookie` line that the answer has to carry: of someone new, or in place of a cookie that has become old. */
  cookie?: string;
}

interface Claim {
  signed: string;
  keyId: string;
  secret: string;
  /** Unix seconds. */
  issued: number;
  mac: string;
}

/** Who sends the request, or someone new. `undefined` while nobody can tell, lest a good cookie is lost to that. */
export async function identify(request: Request, env: Env): Promise<Person | undefined> {
  const keys = await keysOf(env.KEYRING);
  if (!keys) return undefined;
  const isSecure = new URL(request.url).protocol === "https:";
  const name = isSecure ? "__Host-edgewise" : "edgewise"; // no other host and no page without TLS can set the first
  const claim = claimIn(cookieIn(request.headers.get("Cookie") ?? "", name) ?? "");
  const key = claim && keys.get(claim.keyId);
  const now = Math.floor(Date.now() / 1000);
  const age = now - (claim?.issued ?? 0);
  const isPast = age >= -CLOCKS_DIFFER;
  if (claim && !key && isPast && keys.mayLack(claim.keyId, claim.issued + CLOCKS_DIFFER)) return undefined;

  const isGood = key && isPast && age < GOOD_FOR && (await isSigned(claim, key));
  if (isGood && age < RENEWED_AFTER && key === keys.signer) return { secret: claim.secret };
  const secret = isGood ? claim.secret : newSecret();
  const cookie = `${name}=${await sign(secret, now, keys.signer)}; Path=/; Max-Age=${GOOD_FOR}; HttpOnly; SameSite=Lax`;
  return { secret, cookie: isSecure ? `${cookie}; Secure` : cookie };
}

export function newSecret(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

/** The public id in `channel` of who has `secret`: 96 bits, from which neither the secret nor an id elsewhere follows. */
export async function publicId(secret: string, channel: string): Promise<string> {
  const mac = await crypto.subtle.sign("HMAC", await hmacKey(utf8(secret)), utf8(channel));
  return base64url(new Uint8Array(mac, 0, 12));
}

/** What someone is called who has not said: `Guest 482`, the same for the same `seed`. */
export function guestName(seed: string): string {
  let sum = 0;
  for (const char of seed) sum = (sum * 31 + char.charCodeAt(0)) % 900;
  return `Guest ${100 + sum}`;
}

function claimIn(cookie: string): Claim | undefined {
  const [, signed, keyId, secret, issued, mac] = COOKIE.exec(cookie) ?? [];
  return signed && keyId && secret && mac ? { signed, keyId, secret, issued: Number(issued), mac } : undefined;
}

function isSigned({ signed, mac }: Claim, { hmac }: Key): Promise<boolean> {
  return crypto.subtle.verify("HMAC", hmac, Uint8Array.fromBase64(mac, { alphabet: "base64url" }), utf8(signed));
}

async function sign(secret: string, issued: number, { id, hmac }: Key): Promise<string> {
  const signed = `v1.${id}.${secret}.${issued}`;
  return `${signed}.${base64url(new Uint8Array(await crypto.subtle.sign("HMAC", hmac, utf8(signed))))}`;
}

function base64url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
