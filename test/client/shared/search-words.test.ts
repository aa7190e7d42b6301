/** The words of a text, and what a search for it must find (W33). */
import { describe, expect, it } from "vitest";
import { sequencesOf, wordsOf } from "../../../src/shared/search-words";

describe("W33 the words of a text", () => {
  it.each([
    ["English, with case and signs", "Don't STOP (now), it's 3.14!", ["don", "t", "stop", "now", "it", "s", "3", "14"]],
    ["German ß and umlauts", "Straße STRASSE Müller", ["strasse", "strasse", "muller"]],
    ["Turkish İ and ı", "İstanbul ISTANBUL ılık", ["istanbul", "istanbul", "ilik"]],
    ["Vietnamese", "Đường Nguyễn", ["duong", "nguyen"]],
    ["Greek accents and final sigma", "Όλος ΟΛΟΣ", ["ολοσ", "ολοσ"]],
    ["Cyrillic", "Ёлка ЕЛКА", ["елка", "елка"]],
    ["Arabic marks, hamza and tatweel", "أَحْمَد احـــمد", ["احمد", "احمد"]],
    ["Hebrew points", "שָׁלוֹם בית־ספר", ["שלום", "בית", "ספר"]],
    ["Korean", "안녕하세요 세계", ["안녕하세요", "세계"]],
    ["full and half width", "ＡＢＣ１ ｶﾞ", ["abc1", "ガ"]],
    ["emoji", "ship it 🎉❤️👍🏽🇩🇪", ["ship", "it", "🎉", "❤", "👍", "🇩🇪"]],
    ["ligatures and superscripts", "ﬁn x²", ["fin", "x2"]],
    ["what is invisible", "so\u00adft\u200b zero", ["soft", "zero"]],
    ["nothing", " \0 …!?*'\"-\n", []],
  ])("%s", (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it.each([
    ["Chinese", "我们今天去北京大学", "北京"],
    ["Japanese", "東京へ行きました", "東京"],
    ["Thai", "ฉันไปโรงเรียนทุกวัน", "โรงเรียน"],
    ["Thai with sara am, which NFKC takes apart,", "ฉันทำงานที่บ้าน", "\u0e17\u0e33งาน"],
  ])("%s is split where no spaces are", (_, text, word) => {
    expect(wordsOf(text).some((part) => part.startsWith(word))).toBe(true);
    expect(wordsOf(text).length).toBeGreaterThan(2);
  });

  it("keeps letters apart that differ by more than an accent", () => {
    expect(wordsOf("はは")).not.toEqual(wordsOf("ばば"));
  });
});

it.each([
  [
    "one two",
    [
      [["one"], false],
      [["two"], true],
    ],
  ],
  ['"one two"', [[["one", "two"], false]]],
  [
    '"one two" thr',
    [
      [["one", "two"], false],
      [["thr"], true],
    ],
  ],
  [
    'fo "one two"',
    [
      [["fo"], false],
      [["one", "two"], false],
    ],
  ],
  [
    '"one two',
    [
      [["one"], false],
      [["two"], true],
    ],
  ],
  [
    "„eins zwei“ drei",
    [
      [["eins", "zwei"], false],
      [["drei"], true],
    ],
  ],
  [
    "one AND NOT* two:",
    [
      [["one"], false],
      [["and"], false],
      [["not"], false],
      [["two"], true],
    ],
  ],
  ['"" "…" *', []],
])("W33 a search for %s", (query, expected) => {
  expect(sequencesOf(query).map(({ words, isPrefix }) => [words, isPrefix])).toEqual(expected);
});
