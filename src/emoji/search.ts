/** Searches emoji by name. */

export interface Emoji {
  emoji: string;
  /** Without colons. The first one is the most common. */
  names: readonly string[];
}

/** Decodes the output of `emojiLines`. */
export function groupsOf(lines: string): Emoji[][] {
  return lines.split("\n").map((line) =>
    line.split(";").map((entry) => {
      const [emoji, ...names] = entry.split(" ");
      return { emoji: emoji!, names };
    }),
  );
}

/**
 * At most `max` emoji that match `query`, best first: a name equals it, begins with it, has a word that begins with it, or, with
 * `anywhere`, contains it.
 */
export function emojiMatching(groups: readonly (readonly Emoji[])[], query: string, max: number, anywhere = false): Emoji[] {
  const wanted = query.toLowerCase().replace(/[\s-]+/g, "_");
  const ranked: Emoji[][] = [[], [], [], []];
  for (const emoji of groups.flat()) {
    const rank = Math.min(...emoji.names.map((name) => rankOf(name, wanted)));
    ranked[rank]?.push(emoji);
  }
  return ranked
    .slice(0, anywhere ? 4 : 3)
    .flat()
    .slice(0, max);
}

/** The emoji with exactly this name. */
export function emojiNamed(groups: readonly (readonly Emoji[])[], name: string): Emoji | undefined {
  const wanted = name.toLowerCase();
  return groups.flat().find(({ names }) => names.includes(wanted));
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(`_${wanted}`)) return 2;
  return withoutUnderscores(name).includes(withoutUnderscores(wanted)) ? 3 : Infinity;
}

/** So that “thumbs up” finds `thumbsup`. */
function withoutUnderscores(name: string): string {
  return name.replaceAll("_", "");
}

/** The emoji's name that begins with `query`, or its most common name. */
export function nameFor({ names }: Emoji, query: string): string {
  return names.find((name) => name.startsWith(query.toLowerCase())) ?? names[0]!;
}
