/** Identifies a visitor without sign-up, by a secret that this site has signed: in a cookie, or in a page's memory (W17). */
import type { Env } from "../env";
import { hasValidSignature, parseIdentityCookie, signIdentityCookie } from "./identity-cookie";
import { type Keys, loadKeys } from "./keys";
import { newSecret } from "./public-id";
import { siteCookieIn, siteCookieLine } from "./site-cookie";

const COOKIE = "edgewise";
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
  /** Whether the request brought no valid identity. */
  isNew?: true;
  /** The `Set-Cookie` line that the response must carry: for a new identity, or to renew an old cookie. */
  cookie?: string;
  /** The same for a page whose browser refuses cookies: the signed identity that it keeps in memory. No cookie has this secret. */
  identity?: string;
}

/**
 * The person who sends the request. An invalid or expired cookie gets a new identity, not an error. `undefined` if the cookie cannot be
 * checked now, because its key is not known here: a new identity would overwrite a cookie that may be valid.
 *
 * `pageIdentity` is what a page presents from its memory: "" if it has nothing yet. It counts before the cookie, so that the page stays
 * the same person for as long as it is open.
 */
export async function identify(request: Request, env: Env, pageIdentity?: string): Promise<Person | undefined> {
  const keys = await loadKeys(env.KEYRING);
  if (!keys) return undefined;
  const cookie = siteCookieIn(request, COOKIE);
  const now = unixSeconds();

  const fromPage = check(pageIdentity, keys, now);
  const isFromPage = fromPage !== INVALID || (pageIdentity !== undefined && cookie === undefined);
  const checked = isFromPage ? fromPage : check(cookie, keys, now);
  if (checked === UNKNOWN_KEY) return undefined;
  const { secret, isFresh } = checked === INVALID ? { secret: newSecret(), isFresh: false } : checked;
  if (isFresh) return { secret };
  const signed = signIdentityCookie(secret, now, keys.signer);
  const isNew = checked === INVALID && { isNew: true as const };
  if (isFromPage) return { secret, ...isNew, identity: signed };
  return { secret, ...isNew, cookie: siteCookieLine(request, COOKIE, signed, MAX_AGE) };
}

/** The `Set-Cookie` line that makes a browser that of the person with this secret. `undefined` if no key is known now. */
export async function identityCookie(request: Request, env: Env, secret: string): Promise<string | undefined> {
  const keys = await loadKeys(env.KEYRING);
  return keys && siteCookieLine(request, COOKIE, signIdentityCookie(secret, unixSeconds(), keys.signer), MAX_AGE);
}

function unixSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

const INVALID = Symbol("invalid or expired");
const UNKNOWN_KEY = Symbol("perhaps signed by a key that is not known here yet");

/** Checks a signed identity; `now` in Unix seconds. One that is not fresh is valid, but has to be signed again. */
function check(signed: string | undefined, keys: Keys, now: number) {
  const identity = parseIdentityCookie(signed ?? "");
  if (!identity) return INVALID;
  const key = keys.get(identity.keyId);
  const age = now - identity.issued;
  if (age < -MAX_CLOCK_SKEW) return INVALID;
  if (!key) return keys.couldBeNewer(identity.keyId, identity.issued + MAX_CLOCK_SKEW) ? UNKNOWN_KEY : INVALID;
  if (age >= MAX_AGE || !hasValidSignature(identity, key)) return INVALID;
  return { secret: identity.secret, isFresh: age < RENEWAL_AGE && key === keys.signer };
}
