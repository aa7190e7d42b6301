/** What a name looks like: its skeletons, by Unicode's table of confusables (UTS 39). */
import { bothCases, plainSkeletons } from "../src/shared/skeletons";
import { CONFUSABLES } from "./confusables";

/** Characters that look like others, and what they look like. Made when the first name needs it. */
let prototypes: Map<string, string> | undefined;

/** The name's skeletons. Undefined if the browser finds the same without the table. */
export function skeletons(name: string): string[] | undefined {
  if (/^[\w .-]*$/.test(name)) return undefined; // most names
  const found = bothCases(name, skeletonOf);
  const plain = plainSkeletons(name);
  return found.every((skeleton, index) => skeleton === plain[index]) ? undefined : [...new Set(found)];
}

function skeletonOf(text: string): string {
  prototypes ??= prototypesIn(CONFUSABLES);
  return Array.from(text.normalize("NFKD"), (char) => prototypes!.get(char) ?? char)
    .join("")
    .normalize("NFC");
}

/** Each line is a prototype, a space, and the characters that look like it. */
function prototypesIn(lines: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of lines.split("\n")) {
    const end = line.lastIndexOf(" ");
    for (const char of line.slice(end + 1)) found.set(char, line.slice(0, end));
  }
  return found;
}
