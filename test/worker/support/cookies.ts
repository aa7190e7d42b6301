/** Identity cookies for tests, valid and invalid, signed independently of worker/identity (W17). */
import { createHmac } from "node:crypto";
import { env } from "cloudflare:workers";
import type { Env } from "../../../worker/env";
import type { SigningKey } from "../../../worker/identity/Keyring";
import { newSecret } from "../../../worker/identity/public-id";

const [key]: SigningKey[] = await (env as unknown as Env).KEYRING.getByName("keyring").keys();

export interface CookieFields {
  version?: string;
  id?: number | string;
  secret?: string;
  /** Unix seconds. */
  issued?: number;
  /** The signing key. */
  key?: Uint8Array;
}

/** A signed cookie value. By default it is that of a new user, signed with the site's own key. */
export function signCookie({
  version = "v1",
  id = key!.id,
  secret = newSecret(),
  issued = Math.floor(Date.now() / 1000),
  key: signedWith = key!.secret,
}: CookieFields = {}): string {
  const signed = [version, id, secret, issued].join(".");
  return `${signed}.${createHmac("sha256", signedWith).update(signed).digest("base64url")}`;
}

/** The fields of a cookie value or of a Set-Cookie header. */
export function parseCookie(cookie: string): { id: string; secret: string; issued: number } {
  const [, id, secret, issued] = cookie.split(";")[0]!.split(".") as [string, string, string, string];
  return { id, secret, issued: Number(issued) };
}
