/** Cleans and checks message texts and user names, on both sides of the wire (W18). */
import { LIMITS, type Refusal } from "./protocol";

type Problem = Pick<Refusal, "code" | "reason">;

/** Control characters other than newline and tab. */
const CONTROL = /[\p{Cc}--[\n\t]]/gv;
/** Control and format characters, bidirectional and zero-width ones included, and every other character without a visible form. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Nothing but characters that show nothing: spaces, fillers and blanks of all scripts, marks that only choose another form. */
const BLANK = /^[\s\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffc\u{13430}-\u{13442}\u{16fe4}\u{1d159}]*$/u;
/** On one character, the marks after the fourth: those that pile up on it, and those that stand beside it, as in Burmese. */
const PILED = /[\p{Mn}\p{Me}](?<=(?:[\p{Mn}\p{Me}]\p{Mc}*){5})/gu;
const BESIDE = /\p{Mc}(?<=(?:\p{Mc}[\p{Mn}\p{Me}]*){5})/gu;

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

/** The form in which a name is shown: NFKC, no invisible characters, few marks on each character, single spaces. It may be empty or too long. */
export function cleanName(name: string): string {
  return name
    .toWellFormed()
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .replace(INVISIBLE, "")
    .replace(/ +/g, " ")
    .normalize("NFKD")
    .replace(PILED, "")
    .replace(BESIDE, "")
    .normalize("NFKC")
    .trim();
}

/** Whether the text shows nothing. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Why a cleaned text is not a valid message; `undefined` if it is valid. A message with files needs no text. */
export function textProblem(text: string, hasFiles = false): Problem | undefined {
  if (!hasFiles && isBlank(text)) return { code: "empty" };
  if (text.length > LIMITS.text) return { code: "too_long" };
  return undefined;
}

/** Why a cleaned name is not valid; `undefined` if it is valid. A grapheme may have 16 UTF-16 units on average: enough for what scripts need. */
export function nameProblem(name: string): Problem | undefined {
  if (isBlank(name)) return { code: "empty", reason: "empty_name" };
  if (graphemes(name) > LIMITS.name || name.length > 16 * LIMITS.name) return { code: "too_long", reason: "long_name" };
  return undefined;
}

/** Of one grapheme, each character after the fourth counts, except marks: Korean letters, Indian consonants and skin tones join without end. */
function graphemes(text: string): number {
  let sum = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) sum += Math.max(1, (segment.match(/\P{M}/gu)?.length ?? 0) - 3);
  return sum;
}
