/** How people are told apart. */
import { expect, it } from "vitest";
import { hueOf, initialsOf, sharedNames, tagOf } from "../../../src/people/appearance";

it.each([
  ["Ada", "A"],
  ["ada lovelace", "AL"],
  ["Ada King Lovelace", "AL"],
  ["🦊", "🦊"],
  ["👩‍👩‍👧 Ben", "👩‍👩‍👧B"],
  ["Zoë", "Z"],
  ["李 明", "李明"],
  ["", ""],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it("a person's colour depends on who they are alone, and is one of twelve", () => {
  const hues = Array.from({ length: 100 }, (_, i) => hueOf(`user-${i}`));
  expect(hues.every((hue) => Number.isInteger(hue) && hue >= 0 && hue < 12)).toBe(true);
  expect(hueOf("user-7")).toBe(hues[7]);
});

it("only those of one name get a tag, in whichever case it is written; the same person twice does not", () => {
  const [ada, other, ben] = [
    { id: "abcdef", name: "Ada" },
    { id: "ghijkl", name: "ADA" },
    { id: "mnopqr", name: "Ben" },
  ];
  const shared = sharedNames([ada, ben, other, ada, ben]);
  expect([ada, other, ben].map((user) => tagOf(user, shared))).toEqual(["#abcd", "#ghij", undefined]);
  expect(sharedNames([ada, ada, ben]).size).toBe(0);
});
