/** Runs at build time: packs all emoji with their names and groups into the few bytes that the browser needs. */

/** The fields of `emojibase-data` that are used. */
export interface EmojiRecord {
  emoji: string;
  hexcode: string;
  version: number;
  order?: number;
  group?: number;
}
export type Shortcodes = Record<string, string | string[]>;

const COMPONENTS = 2; // the group of skin tones and hair, which are no emoji by themselves
const MAX_VERSION = 15.1; // most devices show newer ones as boxes

/**
 * One line per group, in the order of emoji keyboards. A line has its emoji separated by `;`. An emoji is followed by its names,
 * separated by spaces: GitHub's, which people know, or the data's own if GitHub has none.
 */
export function emojiLines(records: readonly EmojiRecord[], github: Shortcodes, own: Shortcodes): string {
  const groups = new Map<number, string[]>();
  const known = records.filter(({ group, version }) => group !== undefined && group !== COMPONENTS && version <= MAX_VERSION);
  for (const { emoji, hexcode, group } of known.sort((a, b) => a.order! - b.order!)) {
    const names = [github[hexcode] ?? own[hexcode] ?? []].flat();
    if (names.length === 0) continue;
    groups.set(group!, [...(groups.get(group!) ?? []), [recommended(emoji), ...names].join(" ")]);
  }
  return [...groups.values()].map((group) => group.join(";")).join("\n");
}

/** Removes the variation selector that some emoji in the data have and do not need. The wire rejects it. */
function recommended(emoji: string): string {
  return /^\p{RGI_Emoji}$/v.test(emoji) ? emoji : emoji.replace(/\uFE0F$/, "");
}
