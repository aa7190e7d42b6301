/** The parsing loop: at each position, the first rule that matches takes its part of the text. */
import type { Token } from "./tokens";

/** The match of a rule at the beginning of the source: the whole match first, then its groups. */
export type Capture = readonly (string | undefined)[];

export interface State {
  /** Whether the source is within a line, where block rules do not apply. */
  inline: boolean;
  inLink: boolean;
  /** How many constructs the source is nested in. */
  depth: number;
  /** The name of the reader, which may contain spaces. */
  you: string;
  /** The match before the current position, empty at the beginning of the source. */
  previous: string;
}

/** Parses a nested source. It begins with an empty `previous`. */
export type Parse = (source: string, state: State) => Token[];

export interface Rule {
  /** Returns the match at the beginning of `source`, if any. It must not be empty. */
  match: (source: string, state: State) => Capture | null;
  parse: (capture: Capture, state: State, parse: Parse) => Token | Token[];
}

/** A parser that tries `rules` in order. The last rule must match any source. */
export function createParser(rules: readonly Rule[]): Parse {
  const parse: Parse = (source, { ...state }) => {
    const tokens: Token[] = [];
    state.previous = "";
    for (let rest = source; rest !== ""; rest = rest.slice(state.previous.length)) {
      const { capture, rule } = firstMatch(rules, rest, state);
      tokens.push(...[rule.parse(capture, state, parse)].flat());
      state.previous = capture[0]!;
    }
    return tokens;
  };
  return parse;
}

function firstMatch(rules: readonly Rule[], source: string, state: State): { capture: Capture; rule: Rule } {
  for (const rule of rules) {
    const capture = rule.match(source, state);
    if (capture) return { capture, rule };
  }
  throw new Error("The last rule must match any text.");
}
