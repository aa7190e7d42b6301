/** What people write, made safe to store and to show: the same on both sides of the wire (W18). */
import { LIMITS, type Refusal } from "./protocol";

type Problem = Pick<Refusal, "code" | "message">;

/** Control characters other than newline and tab. */
const CONTROL = /[\p{Cc}--[\n\t]]/gv;
/** Controls, format characters (bidirectional and zero-width ones among them), and what shows as nothing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A message's text as it is stored and relayed: well-formed UTF-16, NFC, no controls, trimmed. May be empty or too long. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(CONTROL, "").normalize("NFC").trim();
}

/** A person's name as it is shown: NFKC, nothing invisible, single spaces. May be empty or too long. */
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

/** Why a cleaned text cannot be a message; `undefined` where it can. */
export function textProblem(text: string): Problem | undefined {
  if (text === "") return { code: "empty", message: "There is nothing to send: the message is empty." };
  if (text.length > LIMITS.text)
    return { code: "too_long", message: `A message has at most ${LIMITS.text} characters. Send it in parts.` };
  return undefined;
}

/** Why a cleaned name cannot be anyone's; `undefined` where it can. No flag or family needs more than 16 units; a pile of accents might. */
export function nameProblem(name: string): Problem | undefined {
  if (name === "") return { code: "empty", message: "A name needs at least one visible character." };
  if (graphemes(name) > LIMITS.name || name.length > 16 * LIMITS.name)
    return { code: "too_long", message: `A name has at most ${LIMITS.name} characters.` };
  return undefined;
}

function graphemes(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}
