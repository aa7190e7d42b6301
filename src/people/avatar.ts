/** How people are told apart at a glance: a colour and initials each, and a tag where two go by one name. */
import type { User } from "~/shared/protocol";
import { folded } from "~/shared/fold-name";

const HUES = 12; // Avatar.css says which
const TAG = 4; // characters
const graphemes = new Intl.Segmenter();

/** The number of a person's colour: the same wherever their id is. */
export function hueOf(id: string): number {
  let sum = 0;
  for (const char of id) sum += char.charCodeAt(0);
  return sum % HUES;
}

/** The first characters of a name's first and last words, as people count characters: `AL` for Ada Lovelace, a fox for a fox. */
export function initialsOf(name: string): string {
  const words = name.split(" ");
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => [...graphemes.segment(word)][0]?.segment.toUpperCase() ?? "").join("");
}

/** The names, folded, that more than one of the people go by. */
export function sharedNames(people: Iterable<User>): ReadonlySet<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, name } of people) {
    const called = folded(name);
    const owner = owners.get(called);
    if (owner === undefined) owners.set(called, id);
    else if (owner !== id) shared.add(called);
  }
  return shared;
}

/** What is added to someone's name where others go by it too. */
export function tagOf({ id, name }: User, shared: ReadonlySet<string>): string | undefined {
  return shared.size > 0 && shared.has(folded(name)) ? `#${id.slice(0, TAG)}` : undefined;
}
