/** Cuts a text that is too long for one message into parts: at the end of a line or a word, and with code blocks closed and opened again. */
import { LIMITS } from "~/shared/protocol";
import { cleanText } from "~/shared/text";

/** A mark of a code block: `mark` is its backquotes or tildes, `language` is empty at its end. */
const FENCE = /(?<mark>`{3,20}|(?<=^ {0,3})~{3,20})(?<language>[\w+#.-]{0,20}) *$/gm;
const LOOKAROUND = 100; // UTF-16 units in which a boundary between characters is looked for

interface Fence {
  mark: string;
  /** The line that opens it again. */
  opening: string;
  /** The offset after its line. */
  end: number;
  /** The offset of its line. */
  from: number;
}

/** The cleaned parts of a text, each of valid length. */
export function partsOf(text: string, max: number = LIMITS.text): string[] {
  const parts: string[] = [];
  let fence: Fence | undefined;
  for (let rest = cleanText(text); rest !== "";) {
    const head = fence ? `${fence.opening}\n` : "";
    let size = cutAt(rest, max - head.length);
    if (size === rest.length) fence = undefined;
    else {
      fence = openFence(head + rest.slice(0, size));
      if (fence) size = cutAt(rest, max - head.length - fence.mark.length - 1);
      fence = openFence(head + rest.slice(0, size));
      if (fence && fence.from > head.length && fence.end >= head.length + size) {
        size = fence.from - head.length; // rather than an empty code block at the end
        fence = undefined;
      }
    }
    const body = head + rest.slice(0, size);
    rest = fence ? withoutNewline(rest.slice(size)) : rest.slice(size).trimStart();
    if (fence && (rest === fence.mark || rest.startsWith(`${fence.mark}\n`))) {
      rest = rest.slice(fence.mark.length).trimStart(); // the block ends here anyway
      parts.push(`${body}\n${fence.mark}`);
      fence = undefined;
    } else parts.push(fence ? `${body}\n${fence.mark}` : body.trim());
  }
  return parts.filter((part) => part !== "");
}

/** The offset, at most `max`, at which the text is cut: after a line or a word if possible, otherwise between two characters. */
export function cutAt(text: string, max: number): number {
  if (text.length <= max) return text.length;
  const window = text.slice(0, max + 1);
  const line = window.lastIndexOf("\n");
  if (line >= max / 2) return line;
  const word = window.search(/\s\S*$/);
  const next = text.slice(word + 1, word + max + 2);
  const isShort = next.length <= max || /\s/.test(next); // so that the word after the cut fits into the next part
  return word >= max / 2 || (word > 0 && isShort) ? word : boundaryAt(text, max);
}

/** `replace` would copy the whole rest for each part. */
function withoutNewline(text: string): string {
  return text.startsWith("\n") ? text.slice(1) : text;
}

/** The last boundary between words before `max`, in scripts without spaces; if there is none, the last one between characters. */
function boundaryAt(text: string, max: number): number {
  const from = Math.max(0, max - LOOKAROUND);
  const around = text.slice(from, max + LOOKAROUND);
  for (const granularity of ["word", "grapheme"] as const) {
    const { index = 0 } = new Intl.Segmenter(undefined, { granularity }).segment(around).containing(max - from) ?? {};
    if (index > 0 && from + index > max / 2) return from + index;
  }
  return /[\uD800-\uDBFF]/.test(text[max - 1]!) ? max - 1 : max;
}

/** The code block that is open at the end of a text. */
function openFence(text: string): Fence | undefined {
  let open: Fence | undefined;
  for (const { index, groups, 0: line } of text.matchAll(FENCE)) {
    const { mark, language } = groups as { mark: string; language: string };
    const from = text.lastIndexOf("\n", index) + 1;
    if (open) {
      if (language === "" && mark[0] === open.mark[0] && mark.length >= open.mark.length) open = undefined;
    } else if (!text.slice(from, index).includes("```"))
      // otherwise it ends code within the line
      open = { mark, opening: mark + language, from, end: index + line.length };
  }
  return open;
}
