/** A user's secret, and the public ids that come from it: another one in every channel (W17). */
import { base64url, hmacOf, importHmacKey, utf8 } from "./hmac";

const SECRET_BYTES = 16;
const PUBLIC_ID_BYTES = 12;

/** A secret for a new user: 128 random bits in base64url. */
export function newSecret(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

/** The user's public id in `channel`: 96 bits in base64url. Neither the secret nor the id in another channel can be computed from it. */
export async function publicId(secret: string, channel: string): Promise<string> {
  const mac = await hmacOf(channel, await importHmacKey(utf8(secret)));
  return base64url(mac.subarray(0, PUBLIC_ID_BYTES));
}
