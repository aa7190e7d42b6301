/** How a message's text is shown, so that it affects nothing outside. What is stored keeps all of it. */

/** On one character, the marks after the eighth. The Hebrew of the Bible needs 5, Tibetan 8. */
const PILED = /[\p{Mn}\p{Me}](?<=(?:[\p{Mn}\p{Me}][\p{Mc}\u200c\u200d]*){9})/gu;
/** Begins an embedding, an override or an isolate of another direction (UAX 9). */
const BIDI_START = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/;
const [PDF, PDI] = ["\u202c", "\u2069"]; // what ends them. One too many has no effect

/** The text with few marks on each character. */
export function withoutPiles(text: string): string {
  return text.replace(PILED, "");
}

/** The text without characters that change its direction. */
export function withoutBidi(text: string): string {
  return text.replace(/\p{Bidi_Control}/gu, "");
}

/** What stands after the text, to end each direction that the text has begun. A line break ends them, too. */
export function bidiEndOf(text: string): string {
  const begun = text.split(BIDI_START).length - 1;
  return PDI.repeat(begun) + PDF.repeat(begun);
}
