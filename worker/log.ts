/** Logs an error as one line of JSON: a code and what helps to find the cause, but no user content and no identity. */

const MAX_LENGTH = 500; // UTF-16 units of an error's message, and of its stack
const MAX_STACK_FRAMES = 3;

export function logError(code: string, error: unknown, details: Record<string, string | number> = {}): void {
  const description = error instanceof Error ? describe(error) : { error: `thrown: ${typeof error}` };
  const line = JSON.stringify({ code, ...details, ...description });
  console.error(line.replace(/[^ -~]/g, escape));
}

function describe({ name, message, stack }: Error): { error: string; at: string } {
  // V8 quotes the text that JSON.parse failed on, which may be user content
  const error = `${name}: ${message}`.replace(/"[^]*"/, '"…"').slice(0, MAX_LENGTH);
  return { error, at: innermostFrames(stack?.split(message).at(-1)) };
}

/** The innermost frames of a stack without its message. */
function innermostFrames(stack = ""): string {
  const frames = stack.match(/^ +at .*$/gm) ?? [];
  return frames.slice(0, MAX_STACK_FRAMES).join("").trim().slice(0, MAX_LENGTH);
}

/** JSON does not escape all characters that a terminal or a log viewer acts on: C1 controls, text directions, line separators. */
function escape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
