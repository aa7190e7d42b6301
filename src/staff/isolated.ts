/** A name in a sentence: whatever its direction, it does not change the order of the words around it (UAX 9). */

const [FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE] = ["\u2068", "\u2069"];

/** Splits a sentence: what is at an odd place was isolated. */
export const ISOLATED = /\u2068(.*?)\u2069/s;

export const isolated = (name: string): string => FIRST_STRONG_ISOLATE + name + POP_DIRECTIONAL_ISOLATE;
