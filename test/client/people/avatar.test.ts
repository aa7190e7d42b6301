/** Colours, initials and tags distinguish people. */
import { expect, it } from "vitest";
import { sharedNames, tagOf } from "../../../src/channel/name-tags";
import { hueOf, initialsOf } from "../../../src/people/avatar";

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

it("a colour depends only on the user id, and is one of twelve", () => {
  const hues = Array.from({ length: 100 }, (_, i) => hueOf(`user-${i}`));
  expect(hues.every((hue) => Number.isInteger(hue) && hue >= 0 && hue < 12)).toBe(true);
  expect(hueOf("user-7")).toBe(hues[7]);
});

it("users with the same name get a tag, in any case of letters; one user who is listed twice does not", () => {
  const [ada, other, ben] = [
    { id: "abcdef", name: "Ada" },
    { id: "ghijkl", name: "ADA" },
    { id: "mnopqr", name: "Ben" },
  ];
  const shared = sharedNames([ada, ben, other, ada, ben]);
  expect([ada, other, ben].map((user) => tagOf(user, shared))).toEqual(["#abcd", "#ghij", undefined]);
  expect(sharedNames([ada, ada, ben]).size).toBe(0);
});
