/** A text that is too long is cut into parts, at the ends of lines or words, and nothing of it is lost. */
import { expect, it } from "vitest";
import { cutAt, partsOf } from "../../../src/composer/parts";
import fc from "../../support/fast-check";

const words = (n: number) => Array.from({ length: n }, (_, index) => `word${index}`).join(" ");
const withoutSpaces = (text: string) => text.replace(/\s/g, "");

it("a text that fits is one part; one of spaces is none", () => {
  expect([partsOf("hello"), partsOf("x".repeat(4_000)).length, partsOf(" \n".repeat(5_000))]).toEqual([["hello"], 1, []]);
});

it("lines are kept whole; where there is no line end, words are", () => {
  expect(partsOf("first line\nsecond line\nthird", 20)).toEqual(["first line", "second line\nthird"]);
  expect(partsOf("one two three four", 10)).toEqual(["one two", "three four"]);
});

it("a text without spaces is cut between two characters, also within what looks like one", () => {
  expect(partsOf("x".repeat(25), 10)).toEqual(["x".repeat(10), "x".repeat(10), "x".repeat(5)]);
  const family = "👨‍👩‍👧‍👦"; // 11 units
  expect(partsOf(family.repeat(4), 25)).toEqual([family.repeat(2), family.repeat(2)]);
  expect(partsOf("😀".repeat(10), 7).join("")).toBe("😀".repeat(10));
  expect(partsOf("é".normalize("NFD").repeat(5_000)).join("")).toBe("é".repeat(5_000));
});

it("a word that fits into a message is not cut; a longer one is, wherever it begins", () => {
  const [address, blob] = [`https://example.com/${"a".repeat(3_900)}`, "b".repeat(10_000)];
  expect(partsOf(`${"see ".repeat(50)}${address} there`).map((part) => part.length)).toEqual([199, 3_926]);
  expect(partsOf(`see\n${blob}`).map((part) => part.length)).toEqual([4_000, 4_000, 2_004]);
  expect(partsOf(`\`\`\`js\n${blob}\n\`\`\``).map((part) => part.length)).toEqual([4_000, 4_000, 2_030]);
});

it("a text in Chinese is cut between two words", () => {
  const text = "我们明天在公园见面吧".repeat(20);
  const parts = partsOf(text, 33);
  expect(parts.join("")).toBe(text);
  for (const part of parts) expect(part).not.toMatch(/[我明公见]$/u);
});

it("a code block is closed at the end of a part, and opened again with its language", () => {
  const code = Array.from({ length: 8 }, (_, n) => `  line(${n})`).join("\n");
  expect(partsOf(`Look:\n\`\`\`js\n${code}\n\`\`\`\nThat was it.`, 50)).toEqual([
    "Look:\n```js\n  line(0)\n  line(1)\n  line(2)\n```",
    "```js\n  line(3)\n  line(4)\n  line(5)\n  line(6)\n```",
    "```js\n  line(7)\n```\nThat was it.",
  ]);
});

it("a code block of tildes, and one that does not begin its line, too", () => {
  expect(partsOf(`~~~\naaaa\nbbbb\ncccc\n~~~`, 18)).toEqual(["~~~\naaaa\nbbbb\n~~~", "~~~\ncccc\n~~~"]);
  expect(partsOf("look: ```sh\naaaa\nbbbb\ncccc\n```", 25)).toEqual(["look: ```sh\naaaa\nbbbb\n```", "```sh\ncccc\n```"]);
});

it("no part ends with a code block that has just been opened, or begins with one that is over", () => {
  expect(partsOf("a line of text\n```js\nfoo()\nbar()\n```", 25)).toEqual(["a line of text", "```js\nfoo()\nbar()\n```"]);
  expect(partsOf("```\naaaa\nbbbb\n```\nand text after it", 17)).toEqual(["```\naaaa\nbbbb\n```", "and text after it"]);
});

it("three backquotes within a line open no block", () => {
  const text = `a \`\`\`b\`\`\`\n${words(10)}`;
  expect(partsOf(text, 40).join("\n")).not.toContain("```\n```");
  expect(withoutSpaces(partsOf(text, 40).join(""))).toBe(withoutSpaces(text));
});

it("whatever the text, each part is a valid message, and together they are the text", () => {
  const piece = fc.constantFrom("a", "word ", "\n", "\n\n", "  ", "😀", "é", "漢字", "`", "\u200d", "x".repeat(30));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), fc.integer({ min: 20, max: 60 }), (pieces, max) => {
      const text = pieces.join("").replace(/`{3,}/g, "``");
      const parts = partsOf(text, max);
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(max);
      for (const part of parts) expect([part.trim(), part]).toEqual([part, part.trim()]);
      expect(parts).not.toContain("");
      expect(withoutSpaces(parts.join(""))).toBe(withoutSpaces(text.normalize("NFC")));
    }),
  );
});

it("with code blocks anywhere, each part is still short enough, and every line of text arrives", () => {
  const line = fc.constantFrom("alpha", "  beta", "gamma delta", "```", "```js", "~~~", "see: ```sh", "");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const parts = partsOf(lines.join("\n"), 50);
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(50);
      const texts = (lines: string[]) => lines.flatMap((line) => line.match(/alpha|beta|gamma|delta/g) ?? []);
      expect(texts(parts)).toEqual(texts(lines));
    }),
  );
});

it("3 MB are cut in less time than a person notices", () => {
  const text = `${words(12)}\n`.repeat(40_000);
  const started = performance.now();
  expect(partsOf(text).every((part) => part.length <= 4_000)).toBe(true);
  expect(performance.now() - started).toBeLessThan(5_000); // some 100 ms; a quadratic cut takes minutes
});

it("a cut is never at the beginning", () => {
  expect([cutAt("\naaaaaaaaaaaa", 5), cutAt(" bbbbbbbbbb", 5), cutAt("short", 5)]).toEqual([5, 5, 5]);
});
