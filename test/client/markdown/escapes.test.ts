/** A backslash hides only before what would be markup without it. */
import { expect, it } from "vitest";
import { parsed } from "../support/markdown";

it.each([
  "C:\\Users\\ada\\.ssh\\id",
  "\\\\srv\\share\\_Docs",
  "\\\\srv\\_a_\\b",
  "\\\\?\\C:\\_a_",
  "C:\\*",
  "D:\\_a\\_b",
  "C:\\Program Files\\_x_\\y_",
  "..\\_x_ .\\*.* ~\\.ssh %APPDATA%\\_x_",
  "dir\\*.txt",
  "copy a\\*.txt b\\*.txt",
  "HKLM\\Software\\[x]",
  "\\d+\\.\\d*",
  "\\(x\\) \\[y\\] \\{z\\} \\$1",
  "s/\\*/x/",
  "a\\_b\\_c",
  "\\# x \\",
  "a \\\\ b",
  "\\ and \\!",
  "¯\\_(ツ)_/¯",
])("every backslash of %j stays", (text) => {
  expect(parsed(text)).toBe(text);
});

it.each([
  ["\\*not\\* \\_not\\_ \\*\\*not\\*\\* \\~~not~~", "*not* _not_ **not** ~~not~~"],
  ["\\**so*", "*<italic>so</italic>"],
  ["\\`not code\\`", "`not code`"],
  ["\\```\nnot code\n```", "```\nnot code\n```"],
  ["\\[a](b) \\[a\\](b)", "\\[a](b) \\[a](b)"],
  ["\\[a\\](https://b.example)", "[a](<https://b.example>https://b.example</link>)"],
  ["\\<https://b.example>", "<<https://b.example>https://b.example</link>>"],
  ["1\\. one\n\\- two\n\\> three\n\\* four\n2\\) five", "1. one\n- two\n> three\n* four\n2) five"],
  ["\\@ada", "@ada"],
  ["\\\\*so*", "\\<italic>so</italic>"],
  ["**C:\\Users\\.x**", "<bold>C:\\Users\\.x</bold>"],
  ["[a \\[b\\]](https://c.example)", "<https://c.example>a [b]</link>"],
])("%j shows %j", (text, shown) => {
  expect(parsed(text)).toBe(shown);
});
