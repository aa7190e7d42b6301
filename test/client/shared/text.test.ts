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

it.each(["ᄀ", "ㅋ", "क्", "\u0d4e", "🏽", "\u{11d46}"])("W18 a name with a grapheme of 40 %j is too long", (char) => {
  expect(nameProblem(cleanName(`a${char.repeat(40)}`))?.code).toBe("too_long");
});

it("W18 a grapheme of a name has at most 4 marks that pile up, and 4 that stand beside it", () => {
  expect(cleanName(`A${"\u0335".repeat(400)}da`)).toBe(`A${"\u0335".repeat(4)}da`);
  expect(cleanName(`ק${"\u05c1\u05b8".repeat(200)}`)).toBe("ק\u05b8\u05b8\u05b8\u05b8"); // in canonical order
  expect(cleanName(`क${"\u0903".repeat(400)}`)).toBe(`क${"\u0903".repeat(4)}`);
  expect(cleanName(`a${"\u20dd\u0301".repeat(200)}`)).toHaveLength(5);
  expect(cleanName(`é${"\u0301".repeat(400)}`).normalize("NFD")).toHaveLength(5);
  expect(cleanName(`a${"\u0301\u200d\ufe0f\u034f".repeat(200)}`)).toHaveLength(4);
});

it.each([
  "မျှော်လင့်ချက်",
  "Nguyễn Thị Ngọc Ánh",
  "น้ำเต้าหู้",
  "श्री कृष्ण",
  "कार्त्स्न्य",
  "שִׁמְעוֹן",
  "مُحَمَّدٌ",
  "བསྒྲུབས",
  "ស្ត្រី",
  "ᄒᆞᆫ글",
  "🇦🇹",
  "1\u20e3",
  "👍🏽",
])("W18 the name %s keeps all of its marks", (name) => expect(cleanName(name)).toBe(name.normalize("NFKC")));

it("W18 cleaning a name with many marks a second time changes nothing", () => {
  const marks = fc.constantFrom(
    "a",
    "\u0301",
    "\u0327",
    "\u0335",
    "\u20dd",
    "\u0dd9",
    "\u0dca",
    "\u09c7",
    "\u09be",
    "\u0903",
    "\ufe0f",
    "\u200d",
  );
  fc.assert(
    fc.property(fc.string({ unit: marks, maxLength: 60 }), (written) => {
      const name = cleanName(written);
      expect([cleanName(name), name.normalize("NFKC")]).toEqual([name, name]);
    }),
  );
});

const BLANK = [
  "\u200b", "\u2060", "\u2800", "\u3164", "\u115f", "\u1160", "\uffa0", "\u00ad", "\u034f", "\u061c", "\u180e", "\u180b", "\u17b4", "\ufeff",
  "\u200d", "\u200e", "\u202e", "\u2066\u2069", "\ufe0f", "\u{e0100}", "\u{e0067}\u{e007f}", "\u{e0001}", "\u2028", "\u3000", "\u00a0", "\u1680",
  "\ufff9\ufffb", "\ufffc", "\u{1d159}", "\u{1d173}", "\u{1bca0}", "\u{13430}", "\u{13441}", "\u{16fe4}", " \u2800\n\u200b\u3164\t",
]; // prettier-ignore

it.each(BLANK)("W18 %j shows nothing, so it is neither a text nor a name", (blank) => {
  expect([textProblem(cleanText(blank))?.code, nameProblem(cleanName(blank))?.code]).toEqual(["empty", "empty"]);
});

it.each(["a\u200b", "\u2800.", "\u0301", "۝", "🏴\u{e0067}\u{e0062}\u{e007f}", "©\ufe0f", "\ue000", "\ufffd", "⠁", "한"])(
  "W18 the text %j shows something",
  (text) => expect(textProblem(cleanText(text))).toBeUndefined(),
);
