/** The format of the identity cookie (W17): `v1.<key id>.<secret>.<issued>.<HMAC-SHA-256 of all before it>`. */
import { hmacOf, isHmacOf } from "./hmac";
import type { SigningKey } from "./Keyring";

/** An HMAC has 43 characters of base64url, and the last one carries 4 bits. Only its canonical spellings match. */
const FORMAT = /^(v1\.(\d+)\.([\w-]{22})\.(\d{1,12}))\.([\w-]{42}[AEIMQUYcgkosw048])$/;

/** A cookie of the right format, whose signature is not verified yet. */
export interface IdentityCookie {
  /** The part that the signature covers. */
  signed: string;
  keyId: string;
  secret: string;
  /** Unix seconds. */
  issued: number;
  mac: string;
}

/** `undefined` if the cookie has another format. */
export function parseIdentityCookie(cookie: string): IdentityCookie | undefined {
  const [, signed, keyId, secret, issued, mac] = FORMAT.exec(cookie) ?? [];
  return signed && keyId && secret && mac ? { signed, keyId, secret, issued: Number(issued), mac } : undefined;
}

export function hasValidSignature({ signed, mac }: IdentityCookie, { secret }: SigningKey): boolean {
  return isHmacOf(signed, mac, secret);
}

/** The signed cookie value; `issued` in Unix seconds. */
export function signIdentityCookie(secret: string, issued: number, key: SigningKey): string {
  const signed = `v1.${key.id}.${secret}.${issued}`;
  return `${signed}.${hmacOf(signed, key.secret)}`;
}
