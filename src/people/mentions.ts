/** Mentions in a text: `@Ada`. */
import { foldName } from "~/shared/fold-name";

/** Whether `text` mentions `name`: an `@` at the beginning of a word, then the name in any case and width, up to the end of a word. */
export function mentionsName(text: string, name: string): boolean {
  const wanted = spaced(name);
  if (wanted === "" || !text.includes("@")) return false;
  const inText = spaced(text);
  for (let at = inText.indexOf(`@${wanted}`); at >= 0; at = inText.indexOf(`@${wanted}`, at + 1)) {
    const before = inText.slice(0, at);
    const after = inText.slice(at + 1 + wanted.length);
    if (!WORD_AT_END.test(before) && !WORD_AT_START.test(after)) return true;
  }
  return false;
}

const WORD_AT_END = /[\p{L}\p{N}\p{M}_]$/u;
const WORD_AT_START = /^[\p{L}\p{N}\p{M}_]/u;

function spaced(text: string): string {
  return foldName(text).replace(/\s+/gu, " ");
}
