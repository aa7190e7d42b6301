/** What a channel knows of a client's address: enough to recognise it, and no more (W30). */
import { hmacOf } from "./hmac";

const PLACE_LENGTH = 22; // characters of base64url: 132 bits

/** The place of `network` in `channel`. Neither the network nor its place in another channel can be computed from it. */
export function placeOf(channel: string, network: string, key: Uint8Array): string {
  return hmacOf(`${channel} ${network}`, key).slice(0, PLACE_LENGTH); // no channel's name contains a space
}
