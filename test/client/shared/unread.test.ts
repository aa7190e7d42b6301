/** What is asked about other channels, and what is made of the answer. */
import { expect, it } from "vitest";
import { countsIn, MOST_ASKED, unreadQuery } from "../../../src/shared/unread";

it("asks about channels with a read mark, the first 20 of them", () => {
  const marks = new Map([["team/design", { epoch: "e~", id: 7 }]]);
  expect(unreadQuery(["never/read", "team/design"], (channel) => marks.get(channel))).toBe("c=team%2Fdesign%7Ee%7E%7E7");
  expect(unreadQuery(["never/read"], () => undefined)).toBeUndefined();
  const many = unreadQuery(
    Array.from({ length: 30 }, (_, i) => `c${i}`),
    () => ({ epoch: "e", id: 1 }),
  )!;
  expect(new URLSearchParams(many).getAll("c")).toHaveLength(MOST_ASKED);
});

it("an answer is counts by channel, and nothing else", () => {
  expect([...countsIn({ a: 3, b: 0, c: "7", d: null })]).toEqual([
    ["a", 3],
    ["b", 0],
  ]);
  for (const answer of [undefined, null, 7, "x", []]) expect(countsIn(answer).size).toBe(0);
});
