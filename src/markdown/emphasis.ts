/** Pairs the runs of `*`, `_` and `~~` in a text, as CommonMark's delimiter algorithm does. */
import { isBlank } from "~/shared/text";
import { textOf, type Token } from "./tokens";
import { LETTER } from "./words";

/** A run of marks. What is left of it after pairing is text. */
export interface Delimiter {
  type: "text";
  text: string;
  mark: string;
  /** How many marks the run had. */
  run: number;
  opens: boolean;
  closes: boolean;
  /** Written with backslashes: never pairs, but shows its backslashes only if it would pair without them. */
  escaped: boolean;
}

/** The latest openers that a closer can find: bounds the time and the depth. */
const MAX_OPENERS = 8;

const SPACE = /\s/;
const LETTERS = new RegExp(LETTER, "v");
/** Without emoji, and without the fullwidth punctuation of scripts that put no spaces between words: `**你好。**再见` is bold. */
const PUNCTUATION = /(?![\u3000-\u303f\uff00-\uffef])[\p{P}\p{Sc}\p{Sk}\p{Sm}]/u;

export function delimiter(source: string, at: number, text: string): Token | Delimiter {
  const before = /.$/su.exec(source.slice(Math.max(0, at - 2), at))?.[0] ?? " ";
  const after = String.fromCodePoint(source.codePointAt(at + text.length) ?? 32);
  const marks = text.replaceAll("\\", "");
  if (marks !== text && [before, after].includes(marks[0]!)) return { type: "text", text: marks }; // a run would be longer without it
  const insideWord = (beyond: string) => marks[0] === "_" && /[\p{L}\p{N}\p{M}]/u.test(beyond);
  return {
    type: "text",
    text,
    mark: marks[0]!,
    run: marks.length,
    opens: isFlanking(before, after) && !insideWord(before),
    closes: isFlanking(after, before) && !insideWord(after),
    escaped: marks !== text,
  };
}

function isFlanking(outside: string, inside: string): boolean {
  return !SPACE.test(inside) && (!PUNCTUATION.test(inside) || !LETTERS.test(outside));
}

/** The tokens of `parts`, with what is between two runs inside of its own token. */
export function paired(parts: readonly (Token | Delimiter)[]): Token[] {
  if (parts.some((part) => isDelimiter(part) && part.escaped)) {
    const trial = parts.map((part) => (isDelimiter(part) ? { ...part, text: part.mark.repeat(part.run), part } : part));
    pair(trial);
    for (const it of trial) if ("part" in it && it.escaped && it.text.length < it.run) it.part.text = it.mark.repeat(it.run);
  }
  return pair(parts.map((part) => (isDelimiter(part) && part.escaped ? { type: "text", text: part.text } : part)));
}

function pair(parts: readonly (Token | Delimiter)[]): Token[] {
  const result: Token[] = [];
  const openers: Delimiter[] = [];
  for (const part of parts) {
    if (isDelimiter(part)) {
      for (let from; part.closes && part.text !== "" && (from = openers.findLastIndex((it) => isPair(it, part))) >= 0;) {
        const opener = openers[from]!;
        if (isBlank(textOf(result.slice(result.indexOf(opener) + 1)))) break; // or nothing would be shown of all this
        const length = Math.min(2, opener.text.length, part.text.length);
        const type = part.mark === "~" ? "strike" : length === 2 ? "bold" : "italic";
        result.push({ type, content: result.splice(result.indexOf(opener) + 1) });
        for (const it of [opener, part]) it.text = it.text.slice(length);
        openers.length = opener.text === "" ? from : from + 1;
      }
      if (part.opens && part.text !== "") openers.push(part);
      if (openers.length > MAX_OPENERS) openers.shift();
    }
    result.push(part);
  }
  return result;
}

function isPair(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.mark !== closer.mark) return false;
  if (opener.mark === "~") return opener.run === closer.run;
  // CommonMark's rule of three: `*foo**bar*` is one emphasis
  return !((opener.closes || closer.opens) && (opener.run + closer.run) % 3 === 0 && opener.run % 3 !== 0);
}

function isDelimiter(part: Token | Delimiter): part is Delimiter {
  return "run" in part;
}
