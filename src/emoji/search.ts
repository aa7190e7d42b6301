/** Searches emoji by name. */

export interface Emoji {
  emoji: string;
  /** English ones, without colons. The first one is the most common. */
  names: readonly string[];
  /** What it is called in the page's language, and words for it. Absent if the page is in English. */
  words?: readonly string[];
  /** The English names and what it is called, normalized. */
  keys: readonly string[];
  /** The other words, normalized. */
  tags?: readonly string[];
}

/** Decodes the output of `emojiLines`. */
export function groupsOf(lines: string): Emoji[][] {
  return lines.split("\n").map((line) =>
    line.split(";").map((entry) => {
      const [emoji, ...names] = entry.split(" ");
      return { emoji: emoji!, names, keys: names.map(normalized) };
    }),
  );
}

/** Adds words in another language: the output of `emojiWords`. */
export function withWords(groups: readonly (readonly Emoji[])[], lines: string): Emoji[][] {
  const remaining = lines.split("\n").values();
  return groups.map((group) =>
    group.map((emoji) => {
      const line = remaining.next().value;
      if (!line) return emoji; // the data has no words for it
      const words = line.split(";");
      const [own, ...tags] = words.map(normalized);
      return { ...emoji, words, keys: [...emoji.keys, own!], tags };
    }),
  );
}

/** The places in the order of matches, by their ranks. A tag that is typed in full comes after the names that begin with it. */
const OF_NAMES = [0, 1, 4, 6];
const OF_TAGS = [2, 3, 5, 7];

/**
 * At most `max` emoji that match `query`, best first: a name equals it, begins with it, has a part that begins with it, or, with
 * `anywhere`, contains it. A name comes before a tag that matches in the same way.
 */
export function emojiMatching(groups: readonly (readonly Emoji[])[], query: string, max: number, anywhere = false): Emoji[] {
  const wanted = normalized(query);
  const joined = withoutUnderscores(wanted);
  const ranked = Array.from({ length: 2 * (anywhere ? 4 : 3) }, (): Emoji[] => []);
  for (const emoji of groups.flat()) {
    const place = (keys: readonly string[], places: readonly number[]) =>
      places[Math.min(...keys.map((key) => rankOf(key, wanted, joined)))] ?? Infinity;
    ranked[Math.min(place(emoji.keys, OF_NAMES), place(emoji.tags ?? [], OF_TAGS))]?.push(emoji);
  }
  return ranked.flat().slice(0, max);
}

/** The emoji with exactly this name. */
export function emojiNamed(groups: readonly (readonly Emoji[])[], name: string): Emoji | undefined {
  const wanted = name.toLowerCase();
  return groups.flat().find(({ names }) => names.includes(wanted));
}

function rankOf(key: string, wanted: string, joined: string): number {
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  if (key.includes(`_${wanted}`)) return 2;
  return withoutUnderscores(key).includes(joined) ? 3 : Infinity;
}

/** So that “thumbs up” finds `thumbsup`. */
function withoutUnderscores(name: string): string {
  return name.replaceAll("_", "");
}

/** The emoji's name or word that begins with `query`, or else what it is called in the page's language. */
export function nameFor({ names, words = [] }: Emoji, query: string): string {
  const wanted = normalized(query);
  return [...words, ...names].find((name) => normalized(name).startsWith(wanted)) ?? words[0] ?? names[0]!;
}

/** Whether a name of it begins with `query`: in English or in the page's language, and not only a word for it. */
export function isNamed({ keys }: Emoji, query: string): boolean {
  const wanted = normalized(query);
  return keys.some((key) => key.startsWith(wanted));
}

/** How to show one of its names: an English one as it can be typed. */
export function shownName({ names }: Emoji, name: string): string {
  return names.includes(name) ? `:${name}:` : name;
}

/** Lower case, without the accents of Latin letters, and with `_` between the parts, as in the English names. */
function normalized(text: string): string {
  const folded = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "");
  return folded.normalize("NFC").replace(/[\s-]+/g, "_");
}
