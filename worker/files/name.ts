/** The name under which a file is stored and shown (W37). */
import { cleanName, isBlank } from "../../src/shared/text";

const MAX_NAME = 120; // UTF-16 units
const WITHOUT_NAME = "file";

/** Cleans the last segment of what a browser or a program calls the file. A name that is too long loses its middle, not its extension. */
export function fileName(raw: string): string {
  const name = cleanName(raw)
    .split(/[/\\]/)
    .at(-1)!
    .replace(/^[.\s]+/, ""); // NFKC makes "／" a slash
  if (isBlank(name)) return WITHOUT_NAME;
  if (name.length <= MAX_NAME) return name;
  const [extension = ""] = /\.[^.\s]{1,16}$/.exec(name) ?? [];
  return (
    name
      .slice(0, MAX_NAME - extension.length)
      .replace(/[\ud800-\udbff]$/, "")
      .trimEnd() + extension
  );
}
