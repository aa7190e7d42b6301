/** Random frames for property tests: some that no honest client sends, and some that one might. */
import fc from "../../support/fast-check";
import { LIMITS, type ClientEvent } from "../../../src/shared/protocol";

export type Frame = string | Uint8Array<ArrayBuffer>;

const NASTY = [
  "\0", "a\0b", "\ud800", "\udfff\ud800", "\u202egnp.exe", "\u2066admin\u2069", "\u200b\u200d\ufeff", "e" + "\u0301".repeat(500),
  "\u001b[31m", "\r\n\r\n", "\u2028", "<script>alert(1)</script>", "'; DROP TABLE messages; --", "%s%n", "${7*7}", "ﷺ".repeat(50),
  "x".repeat(LIMITS.text), "x".repeat(LIMITS.text + 1), "👩‍👩‍👧‍👦".repeat(300), "__proto__", "constructor", "",
]; // prettier-ignore
const NUMBERS = ["1e400", "-1e400", "1e308", "9007199254740993", "-0", "0.1", "1E+2", "9".repeat(4_000), "-1", "0", "2147483648"];

const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "binary", maxLength: 60 }), fc.string({ unit: "grapheme" }));
const anything = fc.oneof(fc.jsonValue({ stringUnit: "binary" }), text, fc.constantFrom(null, [], {}, [[]], true));
const cid = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 64 });
const id = fc.integer({ min: 1, max: 400 });

function event<const T extends ClientEvent["t"]>(t: T, d: Record<string, fc.Arbitrary<unknown>>) {
  return fc.record({ t: fc.constant<string>(t), d: fc.record(d) as fc.Arbitrary<Record<string, unknown>> });
}

/** Well-formed events of each type, with texts that are not. */
const wellFormed = fc.oneof(
  event("chat", { cid, text }),
  event("chat", { cid, text, reply: id }),
  event("edit", { id, text }),
  event("delete", { id }),
  event("react", { id, emoji: fc.constantFrom("👍", "🎉", "❤️"), on: fc.boolean() }),
  event("history", { before: id, limit: fc.integer({ min: 1, max: 100 }) }),
  event("name", { name: text }),
  event("typing", {}),
);

/** One field of a well-formed event missing, of another kind, or too many. */
const oneWrong = fc.tuple(wellFormed, fc.nat(), fc.option(anything), fc.boolean()).map(([{ t, d }, which, value, isMore]) => {
  const fields = [...Object.keys(d), "t", "d"];
  const field = isMore ? "__proto__" : fields[which % fields.length]!;
  const others = (of: object) => Object.entries(of).filter(([key]) => key !== field);
  const wrong = value === null ? "" : `${JSON.stringify(field)}:${JSON.stringify(value)}`; // null leaves it out
  const inside = [...others(d).map(member), field in d || isMore ? wrong : ""].filter(Boolean).join();
  const outside = [...others({ t }).map(member), ...(field === "d" ? [] : [`"d":{${inside}}`]), field in d ? "" : wrong];
  return `{${outside.filter(Boolean).join()}}`;
});

function member([key, value]: [string, unknown]): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
}

const polluting = fc.constantFrom(
  '{"__proto__":{"t":"chat","d":{"cid":"p","text":"inherited"}}}',
  '{"t":"chat","d":{"__proto__":{"cid":"p","text":"inherited"}}}',
  '{"t":"chat","d":{"constructor":{"prototype":{"text":"polluted"}},"cid":"p"}}',
  '{"t":"__proto__","d":{}}',
  '{"t":"constructor","d":{}}',
  '{"t":"toString"}',
  '{"t":["chat"],"d":{"cid":"p","text":"an array"}}',
  '{"t":"chat","d":[{"cid":"p","text":"an array"}]}',
  '{"t":"chat","t":"delete","d":{"id":1}}',
);

const deep = fc.tuple(fc.constantFrom("[]", '{"a":}', '{"d":}'), fc.integer({ min: 100, max: 2_600 })).map(([pair, depth]) => {
  const open = pair.slice(0, -1).repeat(depth);
  return `{"t":"chat","d":${open}${pair.startsWith("[") ? "" : "1"}${pair.at(-1)!.repeat(depth)}}`;
});

const huge = fc
  .tuple(fc.constantFrom("edit", "delete", "history", "react"), fc.constantFrom(...NUMBERS), fc.constantFrom(...NUMBERS))
  .map(([t, one, other]) => `{"t":"${t}","d":{"id":${one},"before":${one},"limit":${other},"text":"x","emoji":"👍","on":true}}`);

const tooBig = fc
  .tuple(fc.constantFrom("x", "é", "👍"), fc.integer({ min: 1, max: 4_000 }))
  .map(([letter, more]) =>
    JSON.stringify({ t: "typing", filler: letter.repeat(LIMITS.frame / Buffer.byteLength(letter) + more) }),
  );

export const frame: fc.Arbitrary<Frame> = fc.oneof(
  { weight: 12, arbitrary: wellFormed.map((event) => JSON.stringify(event)) },
  { weight: 12, arbitrary: oneWrong },
  { weight: 6, arbitrary: anything.map((value) => JSON.stringify(value)) },
  { weight: 4, arbitrary: text },
  {
    weight: 4,
    arbitrary: fc.tuple(wellFormed, fc.double({ min: 0, max: 1, noNaN: true })).map(([event, part]) => cut(event, part)),
  },
  { weight: 4, arbitrary: huge },
  { weight: 2, arbitrary: polluting },
  { weight: 2, arbitrary: deep },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)) },
  { weight: 2, arbitrary: fc.constantFrom("ping", "pong", "ping ", "PING", '"ping"', "") },
  { weight: 1, arbitrary: tooBig },
);

/** The beginning of what should have been a frame. */
function cut(event: object, part: number): string {
  const whole = JSON.stringify(event);
  return whole.slice(0, Math.floor(whole.length * part));
}
