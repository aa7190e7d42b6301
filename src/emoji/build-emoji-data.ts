/** At build time: all emoji with their names and groups, in the few bytes that the browser needs of them. */

/** As much of `emojibase-data` as is read. */
export interface EmojiRecord {
  emoji: string;
  hexcode: string;
  version: number;
  order?: number;
  group?: number;
}
export type Shortcodes = Record<string, string | string[]>;

const COMPONENTS = 2; // a group of skin tones and hair, which are no emoji by themselves
const NEWEST = 15.1; // later ones are boxes on most devices still

/**
 * A line a group, in the keyboard's order; in it, separated by `;`, each emoji and its names, separated by spaces: GitHub's, which
 * people know, or where it has none the data's own.
 */
export function emojiLines(records: readonly EmojiRecord[], github: Shortcodes, own: Shortcodes): string {
  const groups = new Map<number, string[]>();
  const known = records.filter(({ group, version }) => group !== undefined && group !== COMPONENTS && version <= NEWEST);
  for (const { emoji, hexcode, group } of known.sort((a, b) => a.order! - b.order!)) {
    const names = [github[hexcode] ?? own[hexcode] ?? []].flat();
    if (names.length === 0) continue;
    groups.set(group!, [...(groups.get(group!) ?? []), [recommended(emoji), ...names].join(" ")]);
  }
  return [...groups.values()].map((group) => group.join(";")).join("\n");
}

/** The data ends some with a variation selector that they do not need, and that the wire does not take. */
function recommended(emoji: string): string {
  return /^\p{RGI_Emoji}$/v.test(emoji) ? emoji : emoji.replace(/\uFE0F$/, "");
}
