/** All emoji, by group and by name: loaded when someone first looks for one. */

export interface Emoji {
  emoji: string;
  /** Without colons; the first is the usual one. */
  names: readonly string[];
}

/** Reads what `emojiLines` wrote. */
export function groupsOf(lines: string): Emoji[][] {
  return lines.split("\n").map((line) =>
    line.split(";").map((entry) => {
      const [emoji, ...names] = entry.split(" ");
      return { emoji: emoji!, names };
    }),
  );
}

/** Those with a name that is `query`, begins with it, has a word that does, or (`anywhere`) contains it: in this order, at most `most`. */
export function emojiMatching(groups: readonly (readonly Emoji[])[], query: string, most: number, anywhere = false): Emoji[] {
  const wanted = query.toLowerCase().replace(/[\s-]+/g, "_");
  const ranked: Emoji[][] = [[], [], [], []];
  for (const emoji of groups.flat()) {
    const rank = Math.min(...emoji.names.map((name) => rankOf(name, wanted)));
    ranked[rank]?.push(emoji);
  }
  return ranked
    .slice(0, anywhere ? 4 : 3)
    .flat()
    .slice(0, most);
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(`_${wanted}`)) return 2;
  return joined(name).includes(joined(wanted)) ? 3 : Infinity;
}

/** `thumbsup` is found by “thumbs up”. */
function joined(name: string): string {
  return name.replaceAll("_", "");
}

/** The name of `emoji` that begins like `query`, to be shown beside it; else its usual one. */
export function nameFor({ names }: Emoji, query: string): string {
  return names.find((name) => name.startsWith(query.toLowerCase())) ?? names[0]!;
}
