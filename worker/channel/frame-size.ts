/** How big a client's frame may be (W15): counted as it came, in bytes of UTF-8. */
import { LIMITS } from "../../src/shared/protocol";

export function isTooBig(frame: string | ArrayBuffer): boolean {
  if (typeof frame !== "string") return frame.byteLength > LIMITS.frame;
  if (frame.length * 3 <= LIMITS.frame) return false; // a UTF-16 unit takes three bytes at most
  return new TextEncoder().encode(frame).length > LIMITS.frame;
}
