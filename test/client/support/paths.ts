/** Paths for property tests: channel names, and tricks with slashes, dots, case and escapes. */
import fc from "../../support/fast-check";

const ESCAPES = String.raw`.. . %2e%2e %2E %2f %2F %5c \ %25 %2525 %00 // %ff %C0%AE %E2%80%AE`.split(" ");
const LETTERS = "É E\u0301 %C3%89 E%CC%81 İ ı ß ẞ ſ \u212a \u212b Å ﬁ \u2126 Ω Σ ς 가 \u1100\u1161 ǅ \u202e \u200b \ud800".split(
  " ",
);
const WORDS = "a A b team Team TEAM %74eam lobby api API _ws .well-known -a a-b a_b v1.2 7".split(" ");

const part = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ESCAPES, ...LETTERS, ...WORDS) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(..."aAbZ9é-._"), minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
);

const segment = fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(""));

export const path = fc
  .tuple(fc.constantFrom("/", "", "//", "%2f"), fc.array(segment, { maxLength: 4 }), fc.constantFrom("", "/"))
  .map(([start, segments, end]) => start + segments.join("/") + end);
