/** Cleans and checks message texts and user names, on both sides of the wire (W18). */
import { LIMITS, type Refusal } from "./protocol";

type Problem = Pick<Refusal, "code" | "message">;

/** Control characters other than newline and tab. */
const CONTROL = /[\p{Cc}--[\n\t]]/gv;
/** Control and format characters, bidirectional and zero-width ones included, and every other character without a visible form. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The form in which a message's text is stored and broadcast: well-formed UTF-16, NFC, no controls, without blank lines and spaces around it. It may be empty or too long. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(CONTROL, "")
    .normalize("NFC")
    .trimEnd()
    .replace(/^(?:[^\S\n]*\n)+/, "");
}

/** The form in which a name is shown: NFKC, no invisible characters, single spaces. It may be empty or too long. */
export function cleanName(name: string): string {
  return name
    .toWellFormed()
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .replace(INVISIBLE, "")
    .replace(/ +/g, " ")
    .normalize("NFKC")
    .trim();
}

/** Why a cleaned text is not a valid message; `undefined` if it is valid. */
export function textProblem(text: string): Problem | undefined {
  if (text === "") return { code: "empty", message: "There is nothing to send: the message is empty." };
  if (text.length > LIMITS.text)
    return { code: "too_long", message: `A message has at most ${LIMITS.text} characters. Send it in parts.` };
  return undefined;
}

/**
 * Why a cleaned name is not valid; `undefined` if it is valid. A grapheme may have 16 UTF-16 units on average: enough for flags and family
 * emoji, but not for piles of accents.
 */
export function nameProblem(name: string): Problem | undefined {
  if (name === "") return { code: "empty", message: "A name needs at least one visible character." };
  if (graphemes(name) > LIMITS.name || name.length > 16 * LIMITS.name)
    return { code: "too_long", message: `A name has at most ${LIMITS.name} characters.` };
  return undefined;
}

function graphemes(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}
