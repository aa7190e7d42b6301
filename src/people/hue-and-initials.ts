/** A person's colour and initials. */

const HUES = 12; // Avatar.css defines them
/** A character of ASCII without marks. The segmenter's data is slow to load, and most names need none of it. */
const PLAIN = /^[!-~](?=[!-~]|$)/;

/** The number of a person's colour, from their id: the same on every screen. */
export function hueOf(id: string): number {
  let sum = 0;
  for (const char of id) sum += char.charCodeAt(0);
  return sum % HUES;
}

/** The first graphemes of the name's first and last words, in upper case: `AL` for Ada Lovelace. */
export function initialsOf(name: string): string {
  const words = name.split(" ");
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => firstOf(word).toUpperCase()).join("");
}

function firstOf(word: string): string {
  return PLAIN.exec(word)?.[0] ?? [...new Intl.Segmenter().segment(word)][0]?.segment ?? "";
}
