/** One structured line an error, for us: a code and what helps to find the cause, never what people wrote or who they are. */

export function logError(code: string, error: unknown, details: Record<string, string | number> = {}): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(JSON.stringify({ code, ...details, error: message }));
}
