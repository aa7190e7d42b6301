/** The words that a search has found are marked in the text; the text stays as it is. */
import { expect, it } from "vitest";
import { marked } from "../../../src/search/marked";

it.each([
  ["The NEEDLES are here", "need", "The [NEEDLES] are here"],
  ["needles and needle", "needle and", "needles [and] [needle]"],
  ["Straße, Café", "strasse cafe", "[Straße], [Café]"],
  ["one two", '"one two"', "[one] [two]"],
  ["nothing", "…", "nothing"],
])("W33 in %s, %s is marked", (text, query, expected) => {
  const parts = marked(text, query);
  expect(parts.map((part) => (part.isFound ? `[${part.text}]` : part.text)).join("")).toBe(expected);
  expect(parts.map((part) => part.text).join("")).toBe(text);
});
