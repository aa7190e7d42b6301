/** Emoji names that are typed in full: where one counts, and where a colon is something else. */
import { expect, it } from "vitest";
import { shortcodeAt } from "../../../src/composer/shortcode";

/** The name that ends where `|` stands. */
const name = (text: string) => shortcodeAt(text.replace("|", ""), text.indexOf("|"))?.name;

it.each([
  [":tada:|", "tada"],
  ["Well :tada:| done", "tada"],
  ["(:+1:|)", "+1"],
  ["line\n:-1:|", "-1"],
  ["“:smile:|”", "smile"],
  ["🎉:tada:|", "tada"],
  ["太好了:tada:|", "tada"],
  ["축하해:tada:|", "tada"],
  ["スーパー:tada:|", "tada"],
  ["안녕:tada:|", "tada"],
  ["ខ្មែរ:tada:|", "tada"],
  [":Tada:|", "Tada"],
  ["at 10:30 :100:|", "100"],
  ["`code` :tada:|", "tada"],
  ["``a ` b`` :tada:|", "tada"],
  ["a \\` :tada:|", "tada"],
  ["```js\nfoo()\n```\n:tada:|", "tada"],
  ["an accent ` alone\n\nand later :tada:|", "tada"],
  ["see https://example.com/ :tada:|", "tada"],
  ["~~~ :tada:|".slice(4), "tada"],
])("%j has a name at its end", (text, expected) => expect(name(text)).toBe(expected));

it.each([
  "10:30:|",
  "10:30:45:|",
  "at 10:100:|",
  "std::tada:|",
  "hello:tada:|",
  "https://example.com/:tada:|",
  "www.example.com/:tada:|",
  "(https://example.com/a,:tada:|",
  "mailto:ada:tada:|",
  "::|",
  ": tada:|",
  ":ta da:|",
  ":tada:x|",
  ":tada|",
  "`:tada:|",
  "`a :tada:|`",
  "``a ` :tada:|",
  "```\n:tada:|",
  "```js\n// :tada:|\n```",
  "look: ```js\n:tada:|",
  "~~~\n:tada:|",
  "````\n```\n:tada:|",
])("%j has none", (text) => expect(name(text)).toBeUndefined());

it("gives the offsets of its two colons", () => {
  expect(shortcodeAt("Well :tada: done", 11)).toEqual({ name: "tada", from: 5, to: 11 });
});
