/** Reads an upload whole, and gives up one that keeps its slot for too long. */
import { Rejection } from "../Rejection";
import { joined } from "./picture";

/** Bytes. Each read costs the object's thread more than its bytes, so it takes many; it waits for `least`, so that a sender that trickles is noticed. */
const PIECE = { most: 65_536, least: 4_096 };

/** How long an upload may take (ms): until its next piece, and as a whole. 8 MiB in 5 minutes are 230 kbit/s. */
const PATIENCE = { piece: 30_000, whole: 5 * 60_000 };

/** Throws a rejection if it is longer than `most` bytes, ends in the middle, or is too slow. */
export async function wholeBody(body: ReadableStream<Uint8Array>, most: number, patience = PATIENCE): Promise<Uint8Array> {
  const end = Date.now() + patience.whole;
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader({ mode: "byob" });
  try {
    for (;;) {
      const wait = Math.min(patience.piece, end - Date.now());
      const { done, value } = await within(wait, reader.readAtLeast(PIECE.least, new Uint8Array(PIECE.most)));
      if (value) parts.push(value);
      size += value?.length ?? 0;
      if (size > most) throw new Rejection("too_long", "large_file");
      if (done || !value) return joined(parts);
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined); // it may wait for the read that waits for the sender
    throw error instanceof Rejection ? error : new Rejection("invalid", "cut_file"); // the sender is gone
  }
}

async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`nothing came for ${ms} ms`)), ms);
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer));
}
