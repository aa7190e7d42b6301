/** The display of texts: nothing in a text affects what is outside it. */
import { expect, it } from "vitest";
import { bidiEndOf, withoutBidi, withoutPiles } from "../../../src/shared/shown-text";

it("a text is shown with at most 8 marks on a character, and keeps what scripts and emoji need", () => {
  expect(withoutPiles(`Z${"\u0335".repeat(400)}a`)).toBe(`Z${"\u0335".repeat(8)}a`);
  expect(withoutPiles(`Z${"\u0335\u200d\u0903".repeat(400)}`).match(/\u0335/g)).toHaveLength(8);
  for (const text of ["👩‍👩‍👧‍👦 🏳️‍🌈 1️⃣ 🇦🇹 👍🏽", "מְּצֻוֶּֽה֙", "ཧྐྵྨླྺྼྻྂ", "မျှော်လင့်ချက်", "कार्त्स्न्य", "น้ำเต้าหู้"]) expect(withoutPiles(text)).toBe(text);
});

it.each([
  ["a\u202eb", "\u2069\u202c"],
  ["\u2067\u202ba", "\u2069\u2069\u202c\u202c"], // one too many has no effect
  ["\u200fשלום\u200e!\nabc", ""],
])("each direction that the text %j begins is ended after it", (text, end) => {
  expect(bidiEndOf(text)).toBe(end);
});

it("no control of the direction is left in the text of a link", () => {
  expect(withoutBidi("\u061c\u200e\u200fa\u202a\u202b\u202c\u202d\u202eb\u2066\u2067\u2068\u2069c")).toBe("abc");
});
