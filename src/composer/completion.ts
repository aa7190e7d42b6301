/** Completion while typing: finds the token at the caret (`@Ad`, `:smi`) and the names that match it. */
import type { User } from "~/shared/protocol";
import { foldName } from "~/shared/fold-name";

/** The beginning of a name or an emoji, before the caret. */
export interface Token {
  sign: "@" | ":";
  /** The text between the sign and the caret. */
  query: string;
  /** The offset of the sign. */
  from: number;
  /** The offset of the caret. */
  to: number;
}

/** The length of the list. */
export const MAX_OPTIONS = 8;
/** A name can contain spaces, but no longer text after an `@` is one. */
const MAX_QUERY = 40; // UTF-16 units

/**
 * An emoji's name begins with a letter, a digit or a plus, or is `-1`. So `:-D` is none. In Chinese and Japanese, the colon may
 * be a wide one, and a name may have one character.
 */
const EMOJI_TOKEN = /(?<=^|[\s(（])([:：])([\p{L}\p{N}+][\p{L}\p{N}_+-]+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|-1)$/u;
const NAME_TOKEN = /(?<=^|[\s(])(@)([^\s@][^\n@]*)?$/u;

/** The token that ends at the caret. */
export function tokenAt(text: string, caret: number): Token | undefined {
  const start = Math.max(0, caret - MAX_QUERY - 1);
  const before = text.slice(start, caret);
  const [, sign, query = ""] = EMOJI_TOKEN.exec(before) ?? NAME_TOKEN.exec(before) ?? [];
  if (sign === undefined) return undefined;
  return { sign: sign === "@" ? sign : ":", query, from: caret - query.length - 1, to: caret };
}

/** The names that begin with `query`, then those with a word that begins with it. Each name once, without one's own. */
export function namesMatching(query: string, users: Iterable<User>, you: string): string[] {
  const wanted = foldName(query);
  const names = new Map<string, string>(); // by their folded form
  for (const { id, name } of users) if (id !== you && !names.has(foldName(name))) names.set(foldName(name), name);
  const rank = (name: string) => (name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : 2);
  return [...names]
    .map(([fold, name]) => ({ name, rank: rank(fold) }))
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_OPTIONS)
    .map(({ name }) => name);
}
