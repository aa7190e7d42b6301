/** The size limit of a client's frame (W15), in bytes of UTF-8. */
import { LIMITS } from "../../src/shared/protocol";

export function isTooLarge(frame: string | ArrayBuffer): boolean {
  if (typeof frame !== "string") return frame.byteLength > LIMITS.frame;
  if (frame.length * 3 <= LIMITS.frame) return false; // a UTF-16 unit has at most three bytes
  return new TextEncoder().encode(frame).length > LIMITS.frame;
}
