/** The first link of a text, which gets a preview (W38). */
import { expect, it } from "vitest";
import { firstLinkIn } from "../../../src/markdown/parse";

it.each([
  ["https://a.example/x and https://b.example", "https://a.example/x"],
  ["[a name](https://a.example/)", "https://a.example/"],
  ["**_see_ <https://a.example/>**", "https://a.example/"],
  ["- one\n- two: https://a.example/", "https://a.example/"],
  ["> https://a.example/", "https://a.example/"],
  ["ada@a.example, then http://b.example", "http://b.example"],
  ["`https://code.example` https://a.example/", "https://a.example/"],
])("W38 that of “%s” is %s", (text, link) => expect(firstLinkIn(text)).toBe(link));

it.each(["", "no link", "notes.md", "`https://a.example`", "```\nhttps://a.example\n```", "ada@a.example", "ftp://a.example/"])(
  "W38 “%s” has none",
  (text) => expect(firstLinkIn(text)).toBeUndefined(),
);
