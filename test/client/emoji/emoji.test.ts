/** The picker's emoji are those that the wire accepts, and are found by name. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { emojiMatching, groupsOf, nameFor } from "../../../src/emoji/search";
import { emojiLines, namedEmoji, type EmojiRecord, type Shortcodes } from "../../../src/emoji/build-emoji-data";
import { parse } from "../../../src/shared/parse";
import words from "../../../src/strings/on-demand/en";

const require = createRequire(import.meta.url);
const read = <T>(file: string) => JSON.parse(readFileSync(require.resolve(`emojibase-data/${file}.json`), "utf8")) as T;

const all = namedEmoji(
  read<EmojiRecord[]>("en/data"),
  read<Shortcodes>("en/shortcodes/github"),
  read<Shortcodes>("en/shortcodes/emojibase"),
);
const lines = emojiLines(all);
const groups = groupsOf(lines);
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

it("the result shows the name that matched", () => {
  const [thumb] = emojiMatching(groups, "thumbsup", 1);
  expect([nameFor(thumb!, "thu"), nameFor(thumb!, "x")]).toEqual(["thumbsup", "+1"]);
});
