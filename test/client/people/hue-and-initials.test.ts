/** Colours and initials distinguish people. */
import { expect, it } from "vitest";
import { hueOf, initialsOf } from "../../../src/people/hue-and-initials";

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
