/** A user's secret, and the ids that come from it: a public one, which differs from channel to channel (W17), and one for the site itself. */
import { hmacOf } from "./hmac";

const SECRET_BYTES = 16;
const PUBLIC_ID_LENGTH = 16; // characters of base64url: 96 bits
const PERSON_ID_LENGTH = 22; // 132 bits

/** A secret for a new user: 128 random bits in base64url. */
export function newSecret(): string {
  return crypto.getRandomValues(new Uint8Array(SECRET_BYTES)).toBase64({ alphabet: "base64url", omitPadding: true });
}

/** The user's public id in `channel`: 96 bits in base64url. Neither the secret nor the id in another channel can be computed from it. */
export function publicId(secret: string, channel: string): string {
  return hmacOf(channel, secret).slice(0, PUBLIC_ID_LENGTH);
}

/** What the Keyring and the rate limits know a person by. It is no id in any channel, because no channel's name has a space. */
export function personId(secret: string): string {
  return hmacOf("the person", secret).slice(0, PERSON_ID_LENGTH);
}
