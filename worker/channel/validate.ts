/** Cleans texts and names for storage (W18), or throws a rejection that says why they are not valid. */
import type { Refusal } from "../../src/shared/protocol";
import { cleanName, cleanText, nameProblem, textProblem } from "../../src/shared/text";
import { Rejection } from "../Rejection";

export function validText(text: string, hasFiles = false): string {
  const cleaned = cleanText(text);
  rejectIf(textProblem(cleaned, hasFiles));
  return cleaned;
}

export function validName(name: string): string {
  const cleaned = cleanName(name);
  rejectIf(nameProblem(cleaned));
  return cleaned;
}

function rejectIf(problem: Pick<Refusal, "code" | "reason"> | undefined): void {
  if (problem) throw new Rejection(problem.code, problem.reason);
}
