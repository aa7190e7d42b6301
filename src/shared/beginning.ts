/** The beginning of a long text, where it stands for the whole: in a preview, a title, a quote. */

/** In one line, at most `most` UTF-16 units and an ellipsis. */
export function beginningOf(text: string, most: number): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > most ? `${line.slice(0, most).toWellFormed().trimEnd()}…` : line;
}
