/** Which part of a text is a web or mail address, and that a link's text cannot hide where it leads. */
import { expect, it } from "vitest";
import { parseMarkdown } from "../../../src/markdown/parse";
import { parsed } from "../support/markdown";

/** The links of a text that are their own text. */
const linked = (text: string) =>
  parseMarkdown(text).flatMap((token) => (token.type === "link" ? token.content.map((it) => "text" in it && it.text) : []));

it.each([
  // beside letters of scripts without spaces, and beside their punctuation
  ["日本語http://example.com/", ["http://example.com/"]],
  ["ภาษาไทยhttp://a.example 한국어http://a.example", ["http://a.example", "http://a.example"]],
  ["见 https://example.com/a，然后", ["https://example.com/a"]],
  ["见https://a.example/a、https://a.example/b。", ["https://a.example/a", "https://a.example/b"]],
  ["https://example.com的网站 https://example.com:8080的", ["https://example.com", "https://example.com:8080"]],
  ["“https://example.com/a” ‘https://example.com/a’", ["https://example.com/a", "https://example.com/a"]],
  [
    "「https://a.example/a」（https://a.example/b）《https://a.example/c》",
    ["a", "b", "c"].map((it) => `https://a.example/${it}`),
  ],
  ["https://a.example/a… https://a.example/b！ https://a.example/c？", ["a", "b", "c"].map((it) => `https://a.example/${it}`)],
  // at the end of a sentence
  ["https://a.example/a. https://a.example/b, https://a.example/c;", ["a", "b", "c"].map((it) => `https://a.example/${it}`)],
  ["https://a.example/a! https://a.example/b?! https://a.example/c:", ["a", "b", "c"].map((it) => `https://a.example/${it}`)],
  ["https://a.example,https://b.example", ["https://a.example", "https://b.example"]],
  ["https://a.example's site, 'https://a.example/it's'", ["https://a.example", "https://a.example/it's"]],
  // brackets
  ["(https://en.wikipedia.org/wiki/Foo_(bar))", ["https://en.wikipedia.org/wiki/Foo_(bar)"]],
  ["https://a.example/a_(b_(c))_d[1]{2}", ["https://a.example/a_(b_(c))_d[1]{2}"]],
  ["(https://a.example/b)c [https://a.example/b] <https://a.example/b>", Array(3).fill("https://a.example/b")],
  [
    "https://a.example? http://localhost:8000? https://a.example#, https://a.example/?",
    ["https://a.example", "http://localhost:8000", "https://a.example", "https://a.example/"],
  ],
  // what is in an address
  ["https://a.example:8080/a/b?c=d&e=f+g%20h;i=$1#/j!k", ["https://a.example:8080/a/b?c=d&e=f+g%20h;i=$1#/j!k"]],
  [
    "https://a.example/__init__.py https://a.example/a...b/~ada",
    ["https://a.example/__init__.py", "https://a.example/a...b/~ada"],
  ],
  [
    "http://bücher.example http://日本語.jp/道 http://例え.テスト",
    ["http://bücher.example", "http://日本語.jp/道", "http://例え.テスト"],
  ],
  [
    "http://localhost:3000/x http://[::1]:80/x HTTP://1.2.3.4",
    ["http://localhost:3000/x", "http://[::1]:80/x", "HTTP://1.2.3.4"],
  ],
  [
    "https://a.example/x#:~:text=a%20b,-c https://a.example/a^b",
    ["https://a.example/x#:~:text=a%20b,-c", "https://a.example/a^b"],
  ],
  ["http://✪df.example/1", ["http://✪df.example/1"]],
  ["https://me:pw@a.example/x", ["https://me:pw@a.example/x"]],
  ["https://a.example/x\u200by https://a.example/x|y https://a.example/x`y", Array(3).fill("https://a.example/x")],
  // beside marks
  ["**https://a.example/x**text", []],
  ["www.example.com, 看www.example.com/a。 WWW.Example.COM", ["www.example.com", "www.example.com/a", "WWW.Example.COM"]],
  ["ada@b.example. 邮箱：ada_l@bücher.example，", ["ada@b.example", "ada_l@bücher.example"]],
  ["mailto:ada@a.example MAILTO:ADA@A.EXAMPLE.", ["mailto:ada@a.example", "MAILTO:ADA@A.EXAMPLE"]],
  ["@https://a.example/b", ["https://a.example/b"]],
  // no addresses
  ["`https://a.example` // x //a.example ftp://a.example xhttps://a.example", []],
  ["www.example foo.www.example.com read.me user@host react@18.2.0 http:// https://a:b", []],
  ["www.a.example:500000", []],
])("the links of %j are %j", (text, links) => {
  expect(linked(text)).toEqual(links);
});

it("an address ends before the marks of emphasis around it", () => {
  expect(parsed("**https://a.example/x**后 _https://a.example_ _https://a.example/x_ ~~https://a.example/~x~~")).toBe(
    "<bold><https://a.example/x>https://a.example/x</link></bold>后 " +
      "<italic><https://a.example>https://a.example</link></italic> " +
      "<italic><https://a.example/x>https://a.example/x</link></italic> " +
      "<strike><https://a.example/~x>https://a.example/~x</link></strike>",
  );
});

it("www. leads to https, an address with @ to mail", () => {
  expect(parsed("www.a.example/@ada ada@a.example")).toBe(
    "<https://www.a.example/@ada>www.a.example/@ada</link> <mailto:ada@a.example>ada@a.example</link>",
  );
});

it.each([
  "https://bank.example",
  "www.bank.example",
  "bank.example/path",
  "go to bank.example now",
  "https://bank.example@evil.example",
  "https://evil.example:x@bank.example",
  "ada@bank.example",
  "https://**bank**.example",
  "`bank.example`",
  "ｂａｎｋ．ｅｘａｍｐｌｅ",
  "bank。example",
  "bank\u200b.exa\u00admple",
  "\u202eelpmaxe.knab//:sptth",
  "evil.ex\u0430mple",
  "https://bank",
  "192.168.1.1",
  "docs.evil.example",
])("a link with the text %j shows the host that it leads to", (label) => {
  expect(parsed(`[${label}](https://evil.example/a)`)).toContain(" (evil.example)</link>");
});

it("a link that names another mail host, or hides its own, shows where it leads", () => {
  expect(parsed("[ada@bank.example](mailto:eve@evil.example)")).toContain("ada@bank.example (evil.example)<");
  expect(parsed("[bank.example](https://bank.example@evil.example)")).toContain("bank.example (evil.example)<");
  expect(parsed("[ada@bank.example](mailto:eve%40evil.example)")).toContain("ada@bank.example (mailto:eve%40evil.example)<");
});

it.each([
  "the docs",
  "a.example",
  "https://a.example/b.html",
  "www.a.example",
  "v1.2.3",
  "e.g. this",
  "ada@a.example",
  "Ａ.example",
])("a link with the text %j is shown as it is", (label) => {
  expect(parsed(`[${label}](https://a.example/x)`)).toBe(`<https://a.example/x>${label}</link>`);
});
