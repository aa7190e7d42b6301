/** The host, who runs the deployment: whoever has posted its secret `HOST_KEY` gets a signed cookie (W23). */
import type { Env } from "../env";
import { hmacOf, isHmacOf } from "./hmac";
import { siteCookieIn, siteCookieLine } from "./site-cookie";

const COOKIE = "edgewise-host";
const MAX_AGE = 30 * 24 * 60 * 60; // seconds

/** `v1.<issued, Unix seconds>.<HMAC-SHA-256 under HOST_KEY>`, so a new key ends every cookie. */
const FORMAT = /^(v1\.(\d{1,12}))\.([\w-]{43})$/;

export function isHost(request: Request, { HOST_KEY }: Pick<Env, "HOST_KEY">): boolean {
  const cookie = HOST_KEY && siteCookieIn(request, COOKIE);
  if (!HOST_KEY || !cookie) return false;
  const [, signed, issued, mac] = FORMAT.exec(cookie) ?? [];
  return signed !== undefined && unixSeconds() - Number(issued) < MAX_AGE && isHmacOf(signed, mac!, HOST_KEY);
}

/** The `Set-Cookie` line for a browser that presents `key`; `undefined` if that is not the deployment's key. */
export function hostCookie(request: Request, { HOST_KEY }: Pick<Env, "HOST_KEY">, key: string): string | undefined {
  if (!HOST_KEY || !isEqual(key, HOST_KEY)) return undefined;
  const signed = `v1.${unixSeconds()}`;
  return siteCookieLine(request, COOKIE, `${signed}.${hmacOf(signed, HOST_KEY)}`, MAX_AGE);
}

/** In constant time, also if the lengths differ: it compares HMACs under a key that nobody knows. */
function isEqual(given: string, expected: string): boolean {
  const key = crypto.getRandomValues(new Uint8Array(32));
  return isHmacOf(given, hmacOf(expected, key), key);
}

function unixSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
