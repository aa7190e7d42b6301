/** Identity cookies for tests, valid and invalid ones, written and signed independently of worker/identity (W17). */
import { createHmac } from "node:crypto";
import { env } from "cloudflare:workers";
import type { Env } from "../../../worker/env";
import type { SigningKey } from "../../../worker/identity/Keyring";
import { newSecret } from "../../../worker/identity/public-id";

const [key]: SigningKey[] = await (env as unknown as Env).KEYRING.getByName("keyring").keys();

export interface Written {
  version?: string;
  id?: number | string;
  secret?: string;
  /** Unix seconds. */
  issued?: number;
  /** What it is signed with. */
  key?: Uint8Array;
}

/** The value of a cookie: that of someone new, with the site's own key, unless told otherwise. */
export function written({
  version = "v1",
  id = key!.id,
  secret = newSecret(),
  issued = Math.floor(Date.now() / 1000),
  key: signedWith = key!.secret,
}: Written = {}): string {
  const signed = [version, id, secret, issued].join(".");
  return `${signed}.${createHmac("sha256", signedWith).update(signed).digest("base64url")}`;
}

/** What a cookie, or the line that sets it, says. */
export function read(cookie: string): { id: string; secret: string; issued: number } {
  const [, id, secret, issued] = cookie.split(";")[0]!.split(".") as [string, string, string, string];
  return { id, secret, issued: Number(issued) };
}
