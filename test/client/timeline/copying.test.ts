/** The text of several copied messages. */
import { expect, it } from "vitest";
import { linesToText } from "../../../src/timeline/copying";

const [ada, ben] = [
  { id: "a", name: "Ada" },
  { id: "b", name: "Ben" },
];

it("the name comes once for each group, then the texts; a new name begins a group", () => {
  const lines = [
    { user: ada, text: "one" },
    { user: ada, text: "two\nthree" },
    { user: ben, text: "four" },
    { user: { ...ben, name: "Benjamin" }, text: "five" },
  ];
  expect(linesToText(lines)).toBe("Ada\none\ntwo\nthree\n\nBen\nfour\n\nBenjamin\nfive");
  expect(linesToText([])).toBe("");
});
