/** The codec of `/api/unread`: what one side encodes, the other decodes. */
import { expect, it } from "vitest";
import { decodeCounts, decodeQuestions, encodeCounts, encodeQuestions, MAX_CHANNELS } from "../../../src/shared/unread";

const decode = (query: string) => decodeQuestions(new URLSearchParams(query));

it("a query has one question for each channel, the first 20 of them", () => {
  expect(encodeQuestions([{ channel: "team/design", epoch: "e", id: 7 }])).toBe("c=team%2Fdesign%7Ee%7E7");
  expect(encodeQuestions([])).toBe("");
  const many = Array.from({ length: 30 }, (_, i) => ({ channel: `c${i}`, epoch: "e", id: 1 }));
  expect(new URLSearchParams(encodeQuestions(many)).getAll("c")).toHaveLength(MAX_CHANNELS);
  expect(decode(encodeQuestions(many))).toEqual(many.slice(0, MAX_CHANNELS));
});

it.each(["", "c=", "c=a", "c=a~e", "c=a~~1", "c=a~e~-1", "c=a~e~1.5", "c=Not/Canonical~e~1", "c=../x~e~1", "d=a~e~1"])(
  "the malformed query “%s” asks nothing",
  (query) => expect(decode(query)).toEqual([]),
);

it("an answer has counts by channel; everything else in it is left out", () => {
  expect([...decodeCounts({ a: 3, b: 0, c: "7", d: null })]).toEqual([
    ["a", 3],
    ["b", 0],
  ]);
  expect([...decodeCounts(encodeCounts([["team/design", 3]]))]).toEqual([["team/design", 3]]);
  for (const answer of [undefined, null, 7, "x", []]) expect(decodeCounts(answer).size).toBe(0);
});
