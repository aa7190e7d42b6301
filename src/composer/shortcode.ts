/** Finds an emoji's name that is typed in full, such as `:tada:`. */
import { LETTER } from "~/markdown/words";

export interface Shortcode {
  /** Without colons. */
  name: string;
  /** The offset of the first colon. */
  from: number;
  /** The offset after the second colon. */
  to: number;
}

/** Not within a word, a time or a number: `std::x:`, `10:30:45`. */
const SHORTCODE = new RegExp(`(?<!${LETTER}|[_:]):([\\p{L}\\p{N}_+\\-]{1,50}):$`, "v");
/** An address that ends at the shortcode. */
const ADDRESS = /(?:\w:\/\/|\b(?:www\.|mailto:))\S*$/i;
/** Marks of code, unless escaped. A line of tildes opens a fence only where it begins a line. */
const CODE_MARKS = /(?<!\\)`+|(?<=^ {0,3})~{3,}/gm;
const MAX_CONTEXT = 200; // UTF-16 units before the caret in which an address is looked for

/** The shortcode that ends at the caret, unless it is part of code or of an address. */
export function shortcodeAt(text: string, caret: number): Shortcode | undefined {
  const before = text.slice(Math.max(0, caret - MAX_CONTEXT), caret);
  const found = SHORTCODE.exec(before);
  if (!found || ADDRESS.test(before.slice(0, found.index))) return undefined;
  const from = caret - found[0].length;
  return isInCode(text.slice(0, from)) ? undefined : { name: found[1]!, from, to: caret };
}

/** Whether code that `before` opens is still open at its end: a fence, or inline code, which ends at an empty line. */
function isInCode(before: string): boolean {
  let open = "";
  let end = 0;
  const isOver = (at: number) => open.length < 3 && before.slice(end, at).includes("\n\n");
  for (const { 0: mark, index } of before.matchAll(CODE_MARKS)) {
    if (isOver(index)) open = "";
    const closes = open.length < 3 ? mark === open : mark[0] === open[0] && mark.length >= open.length;
    if (open === "") open = mark;
    else if (closes) open = "";
    end = index + mark.length;
  }
  return open !== "" && !isOver(before.length);
}
