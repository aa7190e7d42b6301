/** What holds for any text: nothing but marks is lost, no other scheme gets into a link, and it is parsed quickly. */
import fc from "../../support/fast-check";
import { expect, it } from "vitest";
import { parseMarkdown, type Token } from "../../../src/markdown/parse";

const SOON = 500; // ms; the worst known text takes about 60
const LONGEST = 4_000; // UTF-16 units

const PIECES = [..."*_~`[]()<>\\-.@:/! \n\t1a😀é"].concat([
  "**",
  "~~",
  "```",
  "\n```js\n",
  "\n```\n",
  "> ",
  "\n- ",
  "\n1. ",
  "](",
  "https://",
  "mailto:",
  "javascript:",
  "a@b.c",
  "@ada",
  "word",
  "www.a.b",
  "~~~",
  "1) ",
  "你好",
]);
const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(""));

/** All that is shown of the tokens, in order; of a link its address too, where it is not its text. */
function shown(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "list") return token.items.map(({ number = "", content }) => `${number}${shown(content)}`).join("");
      if (token.type === "fence") return token.language + token.text;
      if (token.type !== "link") return "content" in token ? shown(token.content) : token.text;
      const label = shown(token.content);
      return token.href === label || token.href.replace(/^(?:mailto:|https:\/\/)/, "") === label ? label : label + token.href;
    })
    .join("");
}

it("no text loses anything but its marks", () => {
  const marks = /[\s*_~`[\]()<>\\.+-]/g; // and what a list's number is followed by
  fc.assert(
    fc.property(anyText, (text) => {
      expect(shown(parseMarkdown(text)).replaceAll(marks, "")).toBe(text.replaceAll(marks, ""));
    }),
    { numRuns: 3_000 },
  );
});

it("no text makes a link with another scheme", () => {
  const hrefs = (tokens: readonly Token[]): string[] =>
    tokens.flatMap((token) => [
      ...(token.type === "link" ? [token.href] : []),
      ...(token.type === "list" ? token.items.flatMap(({ content }) => hrefs(content)) : []),
      ...("content" in token ? hrefs(token.content) : []),
    ]);
  const evil = fc.constantFrom(
    "javascript:alert(1)",
    "JaVaScRiPt:x",
    "data:text/html,x",
    "vbscript:x",
    "//a.example",
    "\u0001https:x",
  );
  fc.assert(
    fc.property(anyText, evil, anyText, (before, scheme, after) => {
      for (const text of [before + scheme + after, `${before}[a](${scheme})${after}`])
        for (const href of hrefs(parseMarkdown(text))) expect(href).toMatch(/^(?:https?:\/\/|mailto:)/i);
    }),
    { numRuns: 1_000 },
  );
});

it(`no text of ${LONGEST} characters takes long`, () => {
  const nasty = [
    "_a*_",
    "![[",
    "*a **a",
    "> ",
    "- ",
    "- a\n",
    "` ``",
    "[a](https://a(",
    "a@",
    "**a ",
    "~~a",
    "\\*",
    "a. ",
    "😀",
    "[",
    "*a`",
    "\\a*",
    "**a_b__c*",
    "www.a.",
    "https://a.a/(",
    "https://a.a/((a)",
    "[a.a](https://b)",
    "`a` ```b\n",
    "~~~\n",
    "1) a\n\n",
    ">\n",
    "@Ada ",
    "[`a`",
  ];
  for (const unit of nasty)
    for (const first of ["", "**", "_", "`", "[a](https://", "> "]) within(SOON, first + unit.repeat(LONGEST));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }), (unit) => {
      within(SOON, unit.join("").repeat(LONGEST));
    }),
    { numRuns: 50 },
  );
}, 30_000);

/** One of 20 attempts must be quick: the machine may be busy with something else. What is really slow exceeds the test's limit. */
function within(limit: number, text: string): void {
  const cut = text.slice(0, LONGEST);
  const isQuick = () => {
    const started = performance.now();
    parseMarkdown(cut);
    return performance.now() - started < limit;
  };
  expect(Array.from({ length: 20 }).some(isQuick), cut.slice(0, 40)).toBe(true);
}
