/**
 * The words of a text, for search (W33): the same for texts that differ in case, accents or width only. What stands between words, such
 * as spaces, marks and signs, is no word. An emoji is one.
 */

/** Letters that Unicode does not decompose into a letter and an accent. */
const PLAIN: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", đ: "d", ħ: "h", ı: "i", ł: "l", ø: "o", ς: "σ" };
const NOT_DECOMPOSED = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");
/**
 * Accents of Latin, Greek and Cyrillic letters, points of Hebrew, vowel marks and hamza of Arabic, its tatweel, variation selectors,
 * and what is invisible. Not the marks that make other letters in Japanese, Thai and the scripts of India.
 */
const ACCENTS =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]|[\ufe00-\ufe0f]|\p{Cf}/gu;
const WORD = /[\p{L}\p{N}\p{M}]+|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}/gu;
/** Sara am of Thai and of Lao. NFKC takes it apart, and then `Intl.Segmenter` does not know the words that have it. */
const SARA_AM = /\u0e4d\u0e32|\u0ecd\u0eb2/gu;
/** Scripts that are written without spaces. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** The words, in their order. */
export function wordsOf(text: string): string[] {
  return (folded(text).match(WORD) ?? []).flatMap((run) =>
    UNSPACED.test(run) ? Array.from(segmenter.segment(run), ({ segment }) => segment) : [run],
  );
}

function folded(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().normalize("NFD").replaceAll(ACCENTS, "");
  const composed = plain.replaceAll(NOT_DECOMPOSED, (letter) => PLAIN[letter]!).normalize("NFC");
  return composed.replaceAll(SARA_AM, (parts) => (parts[0] === "\u0e4d" ? "\u0e33" : "\u0eb3"));
}

/** Words that must occur one after the other. */
export interface Sequence {
  words: string[];
  /** Whether the last word may be the beginning of one. */
  isPrefix: boolean;
}

/** What a message must contain to be found: each word, and each quoted sequence. The last word, if it is not quoted, is a prefix. */
export function sequencesOf(query: string): Sequence[] {
  const parts = query.split(/["“”„«»]/u);
  const sequences = parts.flatMap((part, index) => {
    const words = wordsOf(part);
    const isQuoted = index % 2 === 1 && index < parts.length - 1; // a quote that is not closed yet is none
    return isQuoted ? [{ words, isPrefix: false }] : words.map((word) => ({ words: [word], isPrefix: false }));
  });
  if (wordsOf(parts.at(-1)!).length > 0) sequences.at(-1)!.isPrefix = true;
  return sequences.filter(({ words }) => words.length > 0);
}
