/** The small markdown of messages: what is markup, what is not, and that any text is parsed quickly. */
import fc from "../../support/fast-check";
import { expect, it } from "vitest";
import { isJumbo, parseMarkdown, plainTextOf, type Token } from "../../../src/markdown/parse";

const SOON = 500; // ms; the worst known text takes about 60
const LONGEST = 4_000; // UTF-16 units

/** The tokens in short: `<b>` around bold, and so on. */
function short(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      switch (token.type) {
        case "text":
          return token.text;
        case "list":
          return `<list>${token.items.map(({ number = "•", content }) => `${number} ${short(content)}`).join("|")}</list>`;
        case "fence":
          return `<fence ${token.language}>${token.text}</fence>`;
        case "link":
          return `<${token.href}>${short(token.content)}</link>`;
        case "code":
        case "mention":
          return `<${token.type}>${token.text}</${token.type}>`;
        default:
          return `<${token.type}>${short(token.content)}</${token.type}>`;
      }
    })
    .join("");
}

it.each([
  [
    "**bold** *italic* _italic_ ~~gone~~",
    "<bold>bold</bold> <italic>italic</italic> <italic>italic</italic> <strike>gone</strike>",
  ],
  ["***both*** **a *b***", "<bold><italic>both</italic></bold> <bold>a <italic>b</italic></bold>"],
  ["*a **b** c*", "<italic>a <bold>b</bold> c</italic>"],
  ["5*3*2, 2**3**4, snake_case_words, __init__, * a *", "5*3*2, 2**3**4, snake_case_words, __init__, * a *"],
  ["这是**重要**的", "这是<bold>重要</bold>的"],
  ["\\*as it is\\* \\\\server\\share ¯\\_(ツ)_/¯", "*as it is* \\\\server\\share ¯\\_(ツ)_/¯"],
  ["`*code*` ``b`c`` ```d```", "<code>*code*</code> <code>b`c</code> <code>d</code>"],
  ["*two\nlines*", "*two\nlines*"],
  ["a\n\nb `c`", "a\n\nb <code>c</code>"],
  ["look:\n```js\na\n\tb\n```\nthere", "look:<fence js>a\n\tb</fence>there"],
  ["```\nnever closed", "```\nnever closed"],
  ["> one\n> *two*\nthree", "<quote>one\n<italic>two</italic></quote>three"],
  [">_< >:(", ">_< >:("],
  ["- one\n  - two\n- three", "<list>• one<list>• two</list>|• three</list>"],
  ["2. two\n7. seven", "<list>2 two|7 seven</list>"],
  ["-1 - 2\n-", "-1 - 2\n-"],
  ["(https://a.example/b_(c)_d). Or?", "(<https://a.example/b_(c)_d>https://a.example/b_(c)_d</link>). Or?"],
  ["[the *b*](https://b.example)", "<https://b.example>the <italic>b</italic></link>"],
  ["to ada_l@b.example.", "to <mailto:ada_l@b.example>ada_l@b.example</link>."],
  ["[a](javascript:alert(1)) [b](data:x) javascript:c", "[a](javascript:alert(1)) [b](data:x) javascript:c"],
  ["@Ada, a@b @🦊!", "<mention>@Ada</mention>, a@b <mention>@🦊</mention>!"],
  ["<b>&amp;</b>", "<b>&amp;</b>"],
])("%j", (text, expected) => {
  expect(short(parseMarkdown(text))).toBe(expected);
});

// Also outside the BMP: a double-struck digit, a script letter, a Deseret letter and a Chinese character
it.each(["1", "a", "字", "e\u0301", "\u{1d7d9}", "\u{1d49c}", "\u{10400}", "\u{20bb7}"])(
  "an underscore directly before or after %j is text, as in CommonMark",
  (letter) => {
    for (const text of [`${letter}_a_`, `_a_${letter}`, `b ${letter}_a_ b`, `${letter}_${letter}_${letter}`])
      expect(short(parseMarkdown(text))).toBe(text);
    expect(short(parseMarkdown(`${letter} _${letter}_${letter}_ (_${letter}_)`))).toBe(
      `${letter} <italic>${letter}_${letter}</italic> (<italic>${letter}</italic>)`,
    );
  },
);

it("an underscore directly after an emoji or a bracket begins italics", () => {
  expect(short(parseMarkdown("\u{1f98a}_a_ (_b_)"))).toBe("\u{1f98a}<italic>a</italic> (<italic>b</italic>)");
});

it("the reader's own name is mentioned with its spaces, in any case", () => {
  const mentions = (text: string) => short(parseMarkdown(text, "Ada Lovelace"));
  expect(mentions("@ada lovelace, @Ada Lovelaces")).toBe("<mention>@ada lovelace</mention>, <mention>@Ada</mention> Lovelaces");
});

it("plain text has no marks, and its blocks are separate lines", () => {
  expect(plainTextOf("> **so**\n- a\n- [b](https://c.example)\nand `d` @Ada")).toBe("so\n\na\nb\nand d @Ada");
});

it("what is nested too deeply is text", () => {
  const text = `${"> ".repeat(100)}a`;
  expect(short(parseMarkdown(text))).toBe(`${"<quote>".repeat(9)}${"> ".repeat(91)}a${"</quote>".repeat(9)}`);
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
      return token.href.replace("mailto:", "") === label || token.href === label ? label : label + token.href;
    })
    .join("");
}

it("no text loses anything but its marks", () => {
  const marks = /[\s*_~`[\]()>\\.-]/g;
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
