/**
 * A mark in a message's text says who wrote it, as which of theirs, and when. Frames are searched for marks rather than
 * parsed, and a frame that many peers get is read once.
 */

const TILDE = 0x7e;
const DOT = 0x2e;
const ZERO = 0x30;
const BASE = 31; // of the hash
const MAX_KEPT = 24; // frames
const WORTH_KEEPING = 400; // bytes; below, reading it again is cheaper than looking for it

/** The messages in a frame, in order. */
export interface Marks {
  writers: number[];
  numbers: number[];
  /** When each was sent (ms, of `performance.now()`). */
  sentAt: number[];
  /** Of who wrote what, in order, such that `hash(a + b) = hash(a) * power(b) + hash(b)`. */
  hash: number;
  power: number;
}

/** `~writer.number.µs~` and some words: what people write is about that long. */
export function marked(writer: number, number: number, length = 60): string {
  return `~${writer}.${number}.${Math.round(performance.now() * 1000)}~`.padEnd(length, " and then some words");
}

/** A payload that was read before, and what was in it. */
interface Known {
  bytes: Buffer;
  marks: Marks;
}

const known: Known[] = [];

/** The marks in `bytes` from `start` to `end`. */
export function marksIn(bytes: Buffer, start: number, end: number): Marks {
  const length = end - start;
  if (length < WORTH_KEEPING) return read(bytes.subarray(start, end));
  for (const { bytes: same, marks } of known) if (same.length === length && same.compare(bytes, start, end) === 0) return marks;
  const copy = Buffer.from(bytes.subarray(start, end));
  const marks = read(copy);
  known.unshift({ bytes: copy, marks });
  if (known.length > MAX_KEPT) known.pop();
  return marks;
}

function read(bytes: Buffer): Marks {
  const marks: Marks = { writers: [], numbers: [], sentAt: [], hash: 0, power: 1 };
  for (let at = bytes.indexOf(TILDE); at !== -1; at = bytes.indexOf(TILDE, at + 1)) {
    const numbers = [0, 0, 0];
    let index = 0;
    for (at++; bytes[at] !== TILDE && at < bytes.length; at++) {
      if (bytes[at] === DOT) index++;
      else numbers[index] = numbers[index]! * 10 + bytes[at]! - ZERO;
    }
    const [writer, number, sentAt] = numbers as [number, number, number];
    marks.writers.push(writer);
    marks.numbers.push(number);
    marks.sentAt.push(sentAt / 1000);
    marks.hash = (Math.imul(marks.hash, BASE) + writer * 65_537 + number) | 0;
    marks.power = Math.imul(marks.power, BASE);
  }
  return marks;
}
