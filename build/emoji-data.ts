/** Packs all emoji with their groups, names, and words in other languages into the few bytes that the browser needs. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The fields of `emojibase-data` that are used. */
interface EmojiRecord {
  emoji: string;
  hexcode: string;
  version: number;
  order?: number;
  group?: number;
  /** In the language of the data. */
  label: string;
  tags?: string[];
}
type Shortcodes = Record<string, string | string[]>;

const require = createRequire(import.meta.url);
const COMPONENTS = 2; // the group of skin tones and hair, which are no emoji by themselves
const MAX_VERSION = 15.1; // most devices show newer ones as boxes

/** The emoji that have a name. */
const EMOJI = namedEmoji();

/**
 * One line per group, in the order of emoji keyboards. A line has its emoji separated by `;`. An emoji is followed by its English names,
 * separated by spaces: GitHub's, which people know, or the data's own if GitHub has none.
 */
export function emojiLines(): string {
  const groups = Map.groupBy(EMOJI, ({ group }) => group!);
  const entry = ({ emoji, names }: (typeof EMOJI)[number]) => [recommended(emoji), ...names].join(" ");
  return [...groups.values()].map((group) => group.map(entry).join(";")).join("\n");
}

/**
 * One line per emoji, in the same order: its label and its tags in another language, separated by `;`. The line is empty if it has none.
 * `language` is a folder of emojibase-data, or `ar`.
 */
export function emojiWords(language: string): string {
  const words = language === "ar" ? arabicWords() : wordsOf(emojibase<EmojiRecord[]>(`${language}/data`));
  return EMOJI.map(({ hexcode }) => (words.get(hexcode) ?? []).join(";")).join("\n");
}

function namedEmoji() {
  const [github, own] = ["github", "emojibase"].map((set) => emojibase<Shortcodes>(`en/shortcodes/${set}`));
  return emojibase<EmojiRecord[]>("en/data")
    .filter(({ group, version }) => group !== undefined && group !== COMPONENTS && version <= MAX_VERSION)
    .map((record) => ({ ...record, names: [github![record.hexcode] ?? own![record.hexcode] ?? []].flat() }))
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => a.group! - b.group! || a.order! - b.order!);
}

/** Labels and tags by hexcode. */
function wordsOf(records: readonly EmojiRecord[]): Map<string, string[]> {
  return new Map(records.map(({ hexcode, label, tags = [] }) => [hexcode, [label, ...tags.filter((tag) => tag !== label)]]));
}

/** The same in Arabic, which emojibase does not have: from Unicode's annotations (CLDR 48), © Unicode, Inc., https://www.unicode.org/license.txt */
function arabicWords(): Map<string, string[]> {
  const lines = readFileSync(new URL("emoji-ar.txt", import.meta.url), "utf8")
    .trim()
    .split("\n");
  return new Map(lines.map((line) => line.split(";")).map(([hexcode, ...words]) => [hexcode!, words]));
}

/** Removes the variation selector that some emoji in the data have and do not need. The wire rejects it. */
function recommended(emoji: string): string {
  return /^\p{RGI_Emoji}$/v.test(emoji) ? emoji : emoji.replace(/\uFE0F$/, "");
}

function emojibase<T>(file: string): T {
  return JSON.parse(readFileSync(require.resolve(`emojibase-data/${file}.json`), "utf8")) as T;
}
