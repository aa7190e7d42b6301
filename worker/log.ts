/** One structured line an error, for us: a code and what helps to find the cause, never what people wrote or who they are. */

const LONGEST = 500; // UTF-16 units of an error's own words
const CALLS = 3;

export function logError(code: string, error: unknown, details: Record<string, string | number> = {}): void {
  const what = error instanceof Error ? described(error) : { error: `thrown: ${typeof error}` };
  const line = JSON.stringify({ code, ...details, ...what });
  console.error(line.replace(/[^ -~]/g, escaped));
}

function described({ name, message, stack }: Error): { error: string; at: string } {
  // V8 quotes what it could not parse, and that may be somebody's
  const error = `${name}: ${message}`.replace(/"[^]*"/, '"…"').slice(0, LONGEST);
  return { error, at: innermost(stack?.split(message).at(-1)) };
}

/** The innermost calls of a stack without its message. */
function innermost(stack = ""): string {
  const calls = stack.match(/^ +at .*$/gm) ?? [];
  return calls.slice(0, CALLS).join("").trim().slice(0, LONGEST);
}

/** JSON leaves some characters as they are that a terminal or an editor of logs acts on: C1 controls, directions, line separators. */
function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
