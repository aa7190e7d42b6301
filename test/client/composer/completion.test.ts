/** Which names and emoji are suggested while typing. */
import { expect, it } from "vitest";
import { namesMatching, tokenAt } from "../../../src/composer/completion";

/** The token where `|` stands. */
const token = (text: string) => tokenAt(text.replace("|", ""), text.indexOf("|"));

it.each([
  ["@|", "@", ""],
  ["Hi @Ad|", "@", "Ad"],
  ["(@ad|)", "@", "ad"],
  ["@Ada Lo|", "@", "Ada Lo"],
  [":sm|", ":", "sm"],
  ["well :+1| done", ":", "+1"],
  [":-1|", ":", "-1"],
  ["line\n:he|", ":", "he"],
  ["：笑|", ":", "笑"],
  ["(:ハート|", ":", "ハート"],
])("%s is completed", (text, sign, query) => expect(token(text)).toMatchObject({ sign, query }));

it.each([
  "|",
  "a@b|",
  ":s|",
  ":-D|",
  ":-P|",
  ":-1x|",
  "注意：心|",
  ":_x|",
  "at 10:30|",
  "https://ed|",
  "@ |",
  "@ada\nmore|",
  `@${"x".repeat(60)}|`,
])("%s is not completed", (text) => expect(token(text)).toBeUndefined());

it("names that begin with the query come first, each once, without one's own", () => {
  const users = ["Eve Adams", "Ada", "Ben", "Adam", "ada"].map((name, index) => ({ id: String(index), name }));
  expect(namesMatching("ad", [...users, { id: "me", name: "Adele" }], "me")).toEqual(["Ada", "Adam", "Eve Adams"]);
  expect(namesMatching("", users, "me")).toHaveLength(4);
});
