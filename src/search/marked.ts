/** Splits a text into the parts that match a search and those between them. */
import { sequencesOf, wordsOf } from "~/shared/search-words";

export interface Part {
  text: string;
  isFound: boolean;
}

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** All of `text`, in order. A word is found if `query` has it, or begins with what `query` ends with. */
export function marked(text: string, query: string): Part[] {
  const sequences = sequencesOf(query);
  const isFound = (word: string) =>
    sequences.some(({ words, isPrefix }) =>
      words.some((wanted, index) => word === wanted || (isPrefix && index === words.length - 1 && word.startsWith(wanted))),
    );
  const parts: Part[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const part = { text: segment, isFound: wordsOf(segment).some(isFound) };
    const last = parts.at(-1);
    if (last?.isFound === part.isFound) last.text += segment;
    else parts.push(part);
  }
  return parts;
}
