/** W18: cleaning and checking of message texts and names. */
import fc from "../../support/fast-check";
import { expect, it } from "vitest";
import { cleanName, cleanText, nameProblem, textProblem } from "../../../src/shared/text";

it.each([
  ["  hi \n", "  hi"],
  ["\n \n\tfoo()\n  bar()\n\n", "\tfoo()\n  bar()"],
  ["```\n  code\n```", "```\n  code\n```"],
  [" \n\t\n ", ""],
  ["cafe\u0301", "café"],
  ["a\u0000b\u0007c\u007fd\u0085e", "abcde"],
  ["a\tb\nc", "a\tb\nc"],
  ["a\r\nb\rc", "a\nb\nc"],
  ["\ud800x\udc00", "\ufffdx\ufffd"],
  ["\u200fשלום\u200f", "\u200fשלום\u200f"],
  ["👩‍👩‍👧", "👩‍👩‍👧"],
])("W18 the text %j is stored as %j", (written, stored) => {
  expect(cleanText(written)).toBe(stored);
});

it.each([
  ["  Ada   Lovelace ", "Ada Lovelace"],
  ["Ada\nLovelace", "Ada Lovelace"],
  ["Ａｄａ", "Ada"],
  ["A\u200bd\u200da\u202e\ufeff", "Ada"],
  ["\u2066admin\u2069", "admin"],
  ["\u3164\u115f", ""],
  ["Zoe\u0308", "Zoë"],
])("W18 the name %j is shown as %j", (written, shown) => {
  expect(cleanName(written)).toBe(shown);
});

it("W18 cleaning a cleaned text or name changes nothing, and the result is well-formed and normalised", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (written) => {
      const [text, name] = [cleanText(written), cleanName(written)];
      expect([cleanText(text), cleanName(name)]).toEqual([text, name]);
      expect([text.isWellFormed(), text.normalize("NFC"), name.normalize("NFKC")]).toEqual([true, text, name]);
    }),
    { numRuns: 5_000 },
  );
});

it("W18 a text has 1 to 4,000 UTF-16 units, a name 1 to 32 graphemes", () => {
  expect(textProblem("")?.code).toBe("empty");
  expect(textProblem("x".repeat(4_000))).toBeUndefined();
  expect(textProblem("x".repeat(4_001))?.code).toBe("too_long");
  expect(nameProblem("")?.code).toBe("empty");
  expect(nameProblem("é".repeat(32))).toBeUndefined();
  expect(nameProblem("🇦🇹".repeat(32))).toBeUndefined();
  expect(nameProblem("é".repeat(33))?.code).toBe("too_long");
});
