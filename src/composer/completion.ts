/** What can be completed where someone is writing: `@Ad` to a name, `:smi` to an emoji. */
import type { User } from "~/shared/protocol";
import { folded } from "~/shared/fold-name";

/** What is being written before the caret. */
export interface Token {
  sign: "@" | ":";
  /** What follows the sign, up to the caret. */
  query: string;
  /** Where the sign stands in the text. */
  from: number;
  /** The caret. */
  to: number;
}

/** How many are offered. */
export const MOST_OFFERED = 8;
/** Names can have spaces, but what follows an `@` by this much is no name any more. */
const MAX_QUERY = 40; // UTF-16 units

/** Begins with a letter, a digit or a plus, or is `-1`: `:-D` is no emoji's name. */
const EMOJI_TOKEN = /(?<=^|[\s(])(:)([\p{L}\p{N}+][\p{L}\p{N}_+-]+|-1)$/u;
const NAME_TOKEN = /(?<=^|[\s(])(@)([^\s@][^\n@]*)?$/u;

/** The token that ends at the caret; an emoji's from two letters on. */
export function tokenAt(text: string, caret: number): Token | undefined {
  const start = Math.max(0, caret - MAX_QUERY - 1);
  const before = text.slice(start, caret);
  const [, sign, query = ""] = EMOJI_TOKEN.exec(before) ?? NAME_TOKEN.exec(before) ?? [];
  return sign === "@" || sign === ":" ? { sign, query, from: caret - query.length - 1, to: caret } : undefined;
}

/** The names that begin with `query`, then those with a word that does; each once, without one's own. */
export function namesMatching(query: string, users: Iterable<User>, you: string): string[] {
  const wanted = folded(query);
  const names = new Map<string, string>(); // by their folded form
  for (const { id, name } of users) if (id !== you && !names.has(folded(name))) names.set(folded(name), name);
  const rank = (name: string) => (name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : 2);
  return [...names]
    .map(([fold, name]) => ({ name, rank: rank(fold) }))
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_OFFERED)
    .map(({ name }) => name);
}
