/** Mentions in a text: `@Ada`, at the beginning of a word. */
import { foldName } from "~/shared/fold-name";
import { lazyExpression, matchAt } from "./match-at";
import { LETTER } from "./words";

const OTHER = "\\p{Extended_Pictographic}\\p{Join_Control}";

/** Any name, up to the end of the word. In a script with spaces, it ends where another script begins: `@ada你好`. */
export const MENTION_EXPRESSION = lazyExpression(
  `(?<!${LETTER}_*)[@＠](?!https?://)(${LETTER}(?:${LETTER}|[_${OTHER}\\-]){0,63}|[\\p{L}\\p{Extended_Pictographic}][\\p{L}\\p{N}\\p{M}${OTHER}_\\-]{0,63}|)`,
);

/** Characters that shape others. A text may have them, a name as it is kept has none. */
const SHAPING = /\u200c|\u200d|\ufe0e|\ufe0f/;
/** The end of a word, or of one between underscores: `_@ada_`. */
const END = lazyExpression(`(?:${SHAPING.source})*(?:(?!${LETTER}|_)|(?<=_[@＠][^@＠]*)(?=_+(?!${LETTER}|_)))`);

/** The length of `name` where it stands in `source`, in any case, width and spacing, up to the end of a word. 0 if it is not there. */
export function nameLengthAt(source: string, at: number, name: string): number {
  const wanted = foldName(name);
  let folded = "";
  for (let end = at; folded !== wanted;) {
    const char = String.fromCodePoint(source.codePointAt(end) ?? 0);
    end += char.length;
    if (SHAPING.test(char)) continue;
    folded = (folded + foldName(char)).replace(/\s+/g, " ");
    if (!wanted.startsWith(folded)) return 0;
    const ending = folded === wanted && matchAt(END, source, end);
    if (ending) return end + ending[0].length - at;
  }
  return 0;
}
