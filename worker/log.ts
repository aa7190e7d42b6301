/** One structured line an error, for us: a code and what helps to find the cause, never what people wrote or who they are. */

const LONGEST = 500; // UTF-16 units of an error's own words

export function logError(code: string, error: unknown, details: Record<string, string | number> = {}): void {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : `thrown: ${typeof error}`;
  const line = JSON.stringify({ code, ...details, error: withoutQuotes(words).slice(0, LONGEST) });
  console.error(line.replace(/[^ -~]/g, escaped));
}

/** V8 quotes what it could not parse, and that may be somebody's. */
function withoutQuotes(words: string): string {
  return words.replace(/"[^]*"/, '"…"');
}

/** JSON leaves some characters as they are that a terminal or an editor of logs acts on: C1 controls, directions, line separators. */
function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
