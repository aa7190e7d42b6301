/** The codec of `/api/unread`. */
import { expect, it } from "vitest";
import {
  decodeUnreadAnswer,
  decodeUnreadQuery,
  encodeUnreadAnswer,
  encodeUnreadQuery,
  MAX_CHANNELS,
} from "../../../src/shared/unread";

it("the query has the first 20 channels that have a read mark", () => {
  const marks = new Map([["team/design", { epoch: "e~", id: 7 }]]);
  expect(encodeUnreadQuery(["never/read", "team/design"], (channel) => marks.get(channel))).toBe("c=team%2Fdesign%7Ee%7E%7E7");
  expect(encodeUnreadQuery(["never/read"], () => undefined)).toBeUndefined();
  const many = encodeUnreadQuery(
    Array.from({ length: 30 }, (_, i) => `c${i}`),
    () => ({ epoch: "e", id: 1 }),
  )!;
  expect(new URLSearchParams(many).getAll("c")).toHaveLength(MAX_CHANNELS);
});

it("an answer decodes to its valid entries, and to nothing if it has another shape", () => {
  const a = { n: 3, mentions: 1, last: { epoch: "e", id: 9 } };
  const b = { n: 0, mentions: 0 };
  const malformed = { c: 7, d: null, e: { n: "1", mentions: 0 }, f: { ...a, last: { epoch: "e" } } };
  expect([...decodeUnreadAnswer({ a, b, ...malformed })]).toEqual([
    ["a", a],
    ["b", b],
  ]);
  for (const answer of [undefined, null, 7, "x", []]) expect(decodeUnreadAnswer(answer).size).toBe(0);
});

it("decoding returns what was encoded", () => {
  const query = encodeUnreadQuery(["team/design", "café"], () => ({ epoch: "e", id: 7 }))!;
  expect(decodeUnreadQuery(new URLSearchParams(query))).toEqual([
    { channel: "team/design", epoch: "e", id: 7 },
    { channel: "café", epoch: "e", id: 7 },
  ]);
  const counts = new Map([["team/design", { n: 3, mentions: 0, last: { epoch: "e", id: 10 } }]]);
  expect(decodeUnreadAnswer(JSON.parse(JSON.stringify(encodeUnreadAnswer(counts))))).toEqual(counts);
});
