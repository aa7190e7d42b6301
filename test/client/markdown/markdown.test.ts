/** The small markdown of messages: what is markup, and what is not. */
import { expect, it } from "vitest";
import { isJumbo, parseMarkdown, plainTextOf, summaryOf } from "../../../src/markdown/parse";
import { parsed } from "../support/markdown";

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

it.each(["http://[javascript:xss()", "[label](http://[x)", "https://a:b:c/"])(
  "a URL that browsers cannot open is no link: %s",
  (text) => {
    expect(JSON.stringify(parseMarkdown(text))).not.toContain('"link"');
  },
);

it("a message in one line is its text without markup or, without a text, the names of its files", () => {
  const files = [{ name: "a_b_c.png" }, { name: "notes.pdf" }];
  expect(summaryOf({ text: "**Look**", files })).toBe("Look");
  expect(summaryOf({ text: "", files })).toBe("a_b_c.png, notes.pdf");
  expect(summaryOf({ text: "" })).toBe("");
});
