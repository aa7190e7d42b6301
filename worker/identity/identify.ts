/** Identifies a visitor without sign-up, by a signed cookie that holds a secret (W17). */
import { cookieIn } from "../../src/shared/cookies";
import type { Env } from "../env";
import { hasValidSignature, parseIdentityCookie, signIdentityCookie } from "./identity-cookie";
import { loadKeys } from "./keys";
import { newSecret } from "./public-id";

const DAY = 24 * 60 * 60; // seconds, like all times in a cookie
const MAX_AGE = 180 * DAY;
const RENEWAL_AGE = 7 * DAY;
const MAX_CLOCK_SKEW = 5 * 60;

export interface Person {
  /**
   * 128 random bits that only the person's browser knows. Public ids depend on them alone, so they stay the same after a key rotation,
   * and a stolen signing key does not let its thief become another user.
   */
  secret: string;
  /** The `Set-Cookie` line that the response must carry: for a new identity, or to renew an old cookie. */
  cookie?: string;
}

/**
 * The person who sends the request. An invalid or expired cookie gets a new identity, not an error. `undefined` if the cookie cannot be
 * checked now, because its key is not known here: a new identity would overwrite a cookie that may be valid.
 */
export async function identify(request: Request, env: Env): Promise<Person | undefined> {
  const keys = await loadKeys(env.KEYRING);
  if (!keys) return undefined;
  const isSecure = new URL(request.url).protocol === "https:";
  const name = isSecure ? "__Host-edgewise" : "edgewise"; // another host or a page without TLS cannot set a `__Host-` cookie
  const cookie = parseIdentityCookie(cookieIn(request.headers.get("Cookie") ?? "", name) ?? "");
  const key = cookie && keys.get(cookie.keyId);
  const now = Math.floor(Date.now() / 1000);
  const age = now - (cookie?.issued ?? 0);
  const isFromPast = age >= -MAX_CLOCK_SKEW;
  if (cookie && !key && isFromPast && keys.couldBeNewer(cookie.keyId, cookie.issued + MAX_CLOCK_SKEW)) return undefined;

  const isValid = key && isFromPast && age < MAX_AGE && (await hasValidSignature(cookie, key));
  if (isValid && age < RENEWAL_AGE && key === keys.signer) return { secret: cookie.secret };
  const secret = isValid ? cookie.secret : newSecret();
  const value = await signIdentityCookie(secret, now, keys.signer);
  const line = `${name}=${value}; Path=/; Max-Age=${MAX_AGE}; HttpOnly; SameSite=Lax`;
  return { secret, cookie: isSecure ? `${line}; Secure` : line };
}
