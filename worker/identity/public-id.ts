/** A user's secret, and the public ids that come from it: another one in every channel (W17). */
import { hmacOf } from "./hmac";

const SECRET_BYTES = 16;
const PUBLIC_ID_LENGTH = 16; // characters of base64url: 96 bits

/** A secret for a new user: 128 random bits in base64url. */
export function newSecret(): string {
  return crypto.getRandomValues(new Uint8Array(SECRET_BYTES)).toBase64({ alphabet: "base64url", omitPadding: true });
}

/** The user's public id in `channel`: 96 bits in base64url. Neither the secret nor the id in another channel can be computed from it. */
export function publicId(secret: string, channel: string): string {
  return hmacOf(channel, secret).slice(0, PUBLIC_ID_LENGTH);
}
