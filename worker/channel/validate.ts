/** What people write, as it may be stored and shown (W18), or the refusal that says why it may not. */
import type { Refusal } from "../../src/shared/protocol";
import { cleanName, cleanText, nameProblem, textProblem } from "../../src/shared/text";
import { Refused } from "../Rejection";

export function checkedText(written: string): string {
  const text = cleanText(written);
  refuse(textProblem(text));
  return text;
}

export function checkedName(asked: string): string {
  const name = cleanName(asked);
  refuse(nameProblem(name));
  return name;
}

function refuse(problem: Pick<Refusal, "code" | "message"> | undefined): void {
  if (problem) throw new Refused(problem.code, problem.message);
}
