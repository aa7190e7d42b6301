/** What the browser shows as a picture: its size, and its bytes without what they tell about whoever took it (W38). */
import { Rejection } from "../Rejection";

export interface Picture {
  /** Without metadata. */
  bytes: Uint8Array;
  /** Pixels, as the picture is shown: after its orientation. */
  width: number;
  height: number;
}

/** Refuses a picture that cannot be read to its end, so that nothing is stored of which nobody knows what it holds. */
export function unreadable(): never {
  throw new Rejection("invalid", "bad_picture");
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
