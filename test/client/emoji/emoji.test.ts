/** The picker's emoji are those that the wire accepts, and are found by name. */
import { expect, it } from "vitest";
import { emojiMatching, groupsOf, isNamed, nameFor, shownName, withWords } from "../../../src/emoji/search";
import { emojiLines, emojiWords } from "../../../build/emoji-data";
import { parse } from "../../../src/shared/parse";
import words from "../../../src/strings/on-demand/en";

const groups = groupsOf(emojiLines());
const inLanguage = (language: string) => withWords(groups, emojiWords(language));
const found = (query: string) => emojiMatching(groups, query, 5).map(({ emoji }) => emoji);
const anywhere = (query: string) => emojiMatching(groups, query, 5, true).map(({ emoji }) => emoji);

it("there are nine groups, one for each group name", () => {
  expect(groups).toHaveLength(words.emojiPicker.groups.length);
  expect(groups.flat().length).toBeGreaterThan(1_800);
});

it("W7 the wire accepts each emoji as a reaction", () => {
  const refused = groups
    .flat()
    .filter(({ emoji }) => "code" in parse(JSON.stringify({ t: "react", d: { id: 1, emoji, on: true } })));
  expect(refused).toEqual([]);
});

it("a name finds its emoji; a match at the beginning comes before one in the middle", () => {
  expect(found("heart")[0]).toBe("❤️");
  expect(found("+1")[0]).toBe("👍");
  expect(found("tada")).toEqual(["🎉"]);
  expect(found("Thumbs Up")).toEqual([]);
  expect(anywhere("Thumbs Up")).toEqual(["👍"]);
  expect([found("DD"), anywhere("DD")[0]]).toEqual([[], "🖕"]); // what someone laughs with is not part of a name
  expect(found("no such thing")).toEqual([]);
});

it.each([
  ["English", groups],
  ["German", inLanguage("de")],
])("an English name with a hyphen or another sign finds its emoji on a page in %s", (_, own) => {
  const signed = own.flat().flatMap((each) => each.names.filter((name) => /\W/.test(name)).map((name) => ({ each, name })));
  expect(signed.map(({ name }) => name)).toEqual(expect.arrayContaining(["-1", "+1"]));
  expect(signed.filter(({ each, name }) => !emojiMatching(own, name, 20).includes(each))).toEqual([]);
});

it("the result shows the name that matched", () => {
  const [thumb] = emojiMatching(groups, "thumbsup", 1);
  expect([nameFor(thumb!, "thu"), nameFor(thumb!, "x")]).toEqual(["thumbsup", "+1"]);
});

it.each([
  ["de", "einhorn", "🦄"],
  ["de", "erdbeere", "🍓"],
  ["es", "corazon roto", "💔"], // without its accent
  ["fr", "fusée", "🚀"],
  ["pt", "foguete", "🚀"],
  ["ja", "ロケット", "🚀"],
  ["zh", "火箭", "🚀"],
  ["ar", "صاروخ", "🚀"],
])("in %s, “%s” finds %s, and English names are found, too", (language, query, emoji) => {
  const own = inLanguage(language);
  const [first] = emojiMatching(own, query, 1);
  expect(first!.emoji).toBe(emoji);
  expect(shownName(first!, nameFor(first!, query))).not.toContain(":");
  expect(emojiMatching(own, "tada", 5).map((found) => found.emoji)).toContain("🎉");
});

it("a name that begins with the query comes before a word that is the query", () => {
  const [first] = emojiMatching(inLanguage("de"), "daumen", 1);
  expect(first!.emoji).toBe("👍");
  expect([isNamed(first!, "daumen"), isNamed(first!, "gut")]).toEqual([true, false]);
});

it("nearly all emoji have words in each language", () => {
  for (const language of ["ar", "de", "es", "fr", "ja", "pt", "zh"]) {
    const without = inLanguage(language).flat().filter(({ words = [] }) => words.length === 0); // prettier-ignore
    expect(without.length, language).toBeLessThan(10);
  }
});
