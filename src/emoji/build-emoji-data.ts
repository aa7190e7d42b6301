/** Runs at build time: packs all emoji with their groups, names, and words in other languages into the few bytes that the browser needs. */

/** The fields of `emojibase-data` that are used. */
export interface EmojiRecord {
  emoji: string;
  hexcode: string;
  version: number;
  order?: number;
  group?: number;
  /** In the language of the data. */
  label: string;
  tags?: string[];
}
export type Shortcodes = Record<string, string | string[]>;

const COMPONENTS = 2; // the group of skin tones and hair, which are no emoji by themselves
const MAX_VERSION = 15.1; // most devices show newer ones as boxes

interface NamedEmoji extends EmojiRecord {
  names: string[];
}

/** The emoji that have a name, in the order of emoji keyboards. Names are GitHub's, which people know, or the data's own if GitHub has none. */
export function namedEmoji(records: readonly EmojiRecord[], github: Shortcodes, own: Shortcodes): NamedEmoji[] {
  return records
    .filter(({ group, version }) => group !== undefined && group !== COMPONENTS && version <= MAX_VERSION)
    .map((record) => ({ ...record, names: [github[record.hexcode] ?? own[record.hexcode] ?? []].flat() }))
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => a.group! - b.group! || a.order! - b.order!);
}

/**
 * One line per group. A line has its emoji separated by `;`. An emoji is followed by its names, separated by spaces.
 */
export function emojiLines(all: readonly NamedEmoji[]): string {
  const groups = Map.groupBy(all, ({ group }) => group!);
  const entry = ({ emoji, names }: NamedEmoji) => [recommended(emoji), ...names].join(" ");
  return [...groups.values()].map((group) => group.map(entry).join(";")).join("\n");
}

/** One line per emoji, in the same order: its label and its tags in another language, separated by `;`. The line is empty if it has none. */
export function emojiWords(all: readonly NamedEmoji[], words: ReadonlyMap<string, readonly string[]>): string {
  return all.map(({ hexcode }) => (words.get(hexcode) ?? []).join(";")).join("\n");
}

/** Labels and tags by hexcode. */
export function wordsOf(records: readonly EmojiRecord[]): Map<string, string[]> {
  return new Map(records.map(({ hexcode, label, tags = [] }) => [hexcode, [label, ...tags.filter((tag) => tag !== label)]]));
}

/** Reads words from lines of `hexcode;label;tag;tag`, the format of ar.txt: Unicode's annotations (CLDR 48), © Unicode, Inc. */
export function wordsIn(lines: string): Map<string, string[]> {
  return new Map(lines.trim().split("\n").map((line) => line.split(";")).map(([hexcode, ...words]) => [hexcode!, words])); // prettier-ignore
}

/** Removes the variation selector that some emoji in the data have and do not need. The wire rejects it. */
function recommended(emoji: string): string {
  return /^\p{RGI_Emoji}$/v.test(emoji) ? emoji : emoji.replace(/\uFE0F$/, "");
}
