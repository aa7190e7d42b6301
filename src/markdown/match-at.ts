/** Matching at a position of a text. */

/** An expression with the flags `vy`, compiled when it is first needed: with classes of Unicode, that takes milliseconds. */
export type LazyExpression = () => RegExp;

export function lazyExpression(source: string): LazyExpression {
  let compiled: RegExp | undefined;
  return () => (compiled ??= new RegExp(source, "vy"));
}

/** The match of `expression`, which has the flag `y`, exactly at `at`. */
export function matchAt(expression: RegExp | LazyExpression, source: string, at: number): RegExpExecArray | null {
  const compiled = typeof expression === "function" ? expression() : expression;
  compiled.lastIndex = at;
  return compiled.exec(source);
}
