/** The small markdown of messages: what is markup, what is not, and that any text is parsed quickly. */
import fc from "../../support/fast-check";
import { expect, it } from "vitest";
import { isJumbo, parseMarkdown, plainTextOf, type Token } from "../../../src/markdown/parse";
import { parsed } from "../support/markdown";

const SOON = 500; // ms; the worst known text takes about 60
const LONGEST = 4_000; // UTF-16 units

it.each([
  [
    "**bold** *italic* _italic_ ~~gone~~",
    "<bold>bold</bold> <italic>italic</italic> <italic>italic</italic> <strike>gone</strike>",
  ],
  ["***both*** **a *b***", "<italic><bold>both</bold></italic> <bold>a <italic>b</italic></bold>"],
  ["*a **b** c*", "<italic>a <bold>b</bold> c</italic>"],
  ["**bold**text, t__e__xt, __bold__, 5*3*2", "<bold>bold</bold>text, t__e__xt, <bold>bold</bold>, 5<italic>3</italic>2"],
  ["snake_case_words, 2 * 3 * 4, a ** b **, ~one~", "snake_case_words, 2 * 3 * 4, a ** b **, ~one~"],
  ["这是**重要**的, 这是*重要*的", "这是<bold>重要</bold>的, 这是<italic>重要</italic>的"],
  ["**你好。**再见, **Wow 🎉**text", "<bold>你好。</bold>再见, <bold>Wow 🎉</bold>text"],
  ["\\*as it is\\* \\\\server\\share ¯\\_(ツ)_/¯", "*as it is* \\\\server\\share ¯\\_(ツ)_/¯"],
  ["`*code*` ``b`c`` ```d```", "<code>*code*</code> <code>b`c</code> <code>d</code>"],
  ["*two\nlines* *two\n\nparagraphs*", "<italic>two\nlines</italic> *two\n\nparagraphs*"],
  ["a\n\nb `c`", "a\n\nb <code>c</code>"],
  ["look:\n```js\na\n\tb\n```\nthere", "look:<fence js>a\n\tb</fence>there"],
  ["look: ```js\nfoo()\n``` and then", "look: <fence js>foo()</fence>and then"],
  ["two\nlines and `code`: ```\nfoo()```", "two\nlines and <code>code</code>: <fence >foo()</fence>"],
  ["```foo()\nbar()```\nthere", "<fence >foo()\nbar()</fence>there"],
  ["```js\na\n``` and then", "<fence js>a</fence>and then"],
  ["> look: ```\n> a\n> ```", "<quote>look: <fence >a</fence></quote>"],
  ["~~~js\n```\n~~~\n```` \n```\n````", "<fence js>```</fence><fence >```</fence>"],
  ["```\n  indented\n```", "<fence >  indented</fence>"],
  ["  an indent\n    and another", "  an indent\n    and another"],
  ["```\nnever closed", "<fence >never closed</fence>"],
  ["```", "```"],
  ["~~~ hello ~~~", "~~~ hello ~~~"],
  ["> one\n> *two*\nthree", "<quote>one\n<italic>two</italic></quote>three"],
  [">_< >:(", ">_< >:("],
  [">one\n>> two\n>w<", "<quote>one<quote>two</quote></quote>>w<"],
  ["- one\n  - two\n- three", "<list>• one<list>• two</list>|• three</list>"],
  ["2. two\n7. seven", "<list>2 two|7 seven</list>"],
  ["1) one\n2) two\n\n3) three", "<list>1 one|2 two|3 three</list>"],
  ["+ one\n  more\n* two", "<list>• one\nmore</list><list>• two</list>"],
  ["1. one\n   ```\n   code\n   ```\n2. two", "<list>1 one<fence >code</fence>|2 two</list>"],
  ["this was in\n2024. It", "this was in\n2024. It"],
  ["-1 - 2\n-", "-1 - 2\n-"],
  ["(https://a.example/b_(c)_d). Or?", "(<https://a.example/b_(c)_d>https://a.example/b_(c)_d</link>). Or?"],
  ["[the *b*](https://b.example)", "<https://b.example>the <italic>b</italic></link>"],
  ["to ada_l@b.example.", "to <mailto:ada_l@b.example>ada_l@b.example</link>."],
  ["[a](javascript:alert(1)) [b](data:x) javascript:c", "[a](javascript:alert(1)) [b](data:x) javascript:c"],
  ["@Ada, a@b @🦊!", "<mention>@Ada</mention>, a@b <mention>@🦊</mention>!"],
  ["<b>&amp;</b>", "<b>&amp;</b>"],
])("%j", (text, expected) => {
  expect(parsed(text)).toBe(expected);
});

// Also outside the BMP: a double-struck digit, a script letter, a Deseret letter and a Chinese character
it.each(["1", "a", "字", "e\u0301", "\u{1d7d9}", "\u{1d49c}", "\u{10400}", "\u{20bb7}"])(
  "an underscore directly before or after %j is text, as in CommonMark",
  (letter) => {
    for (const text of [`${letter}_a_`, `_a_${letter}`, `b ${letter}_a_ b`, `${letter}_${letter}_${letter}`])
      expect(parsed(text)).toBe(text);
    expect(parsed(`${letter} _${letter}_${letter}_ (_${letter}_)`)).toBe(
      `${letter} <italic>${letter}_${letter}</italic> (<italic>${letter}</italic>)`,
    );
  },
);

it.each(["**\u200b**", "__\u2800__", "~~ \u3164~~", "[\u200b](b)", "**********", "f**********g", "`*`**********"])(
  "marks around nothing are shown: %j",
  (text) => expect(plainTextOf(text)).toBe(text.replaceAll("`", "")),
);

it("a link without a visible text shows its address", () => {
  expect(parsed("[\u200b](https://a.example)")).toBe("[\u200b](<https://a.example>https://a.example</link>)");
});

it("an underscore directly after an emoji or a bracket begins italics", () => {
  expect(parsed("\u{1f98a}_a_ (_b_)")).toBe("\u{1f98a}<italic>a</italic> (<italic>b</italic>)");
});

it("the reader's own name is mentioned with its spaces, in any case", () => {
  const mentions = (text: string) => parsed(text, "Ada Lovelace");
  expect(mentions("@ada lovelace, @Ada Lovelaces")).toBe("<mention>@ada lovelace</mention>, <mention>@Ada</mention> Lovelaces");
});

it("plain text has no marks, and its blocks are separate lines", () => {
  expect(plainTextOf("> **so**\n- a\n- [b](https://c.example)\nand `d` @Ada")).toBe("so\n\na\nb\nand d @Ada");
});

it("what is nested too deeply is text", () => {
  const text = `${"> ".repeat(100)}a`;
  expect(parsed(text)).toBe(`${"<quote>".repeat(9)}${"> ".repeat(91)}a${"</quote>".repeat(9)}`);
});

it.each([
  ["🦊", true],
  ["👍🏽 👨‍👩‍👧 🇫🇷", true],
  ["🦊🦊🦊🦊", false],
  ["🦊!", false],
  ["1", false],
  ["", false],
])("%j is shown large: %s", (text, jumbo) => {
  expect(isJumbo(text)).toBe(jumbo);
});

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

it.each(["http://[javascript:xss()", "[label](http://[x)", "https://a:b:c/"])(
  "a URL that browsers cannot open is no link: %s",
  (text) => {
    expect(JSON.stringify(parseMarkdown(text))).not.toContain('"link"');
  },
);
