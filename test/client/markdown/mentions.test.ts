/** A text mentions a person by `@` and the whole name, except in code and addresses. */
import { expect, it } from "vitest";
import { mentionsName } from "../../../src/markdown/parse";
import { cleanName } from "../../../src/shared/text";
import { parsed } from "../support/markdown";

it.each([
  ["@Ada look", "Ada"],
  ["look, @ada!", "Ada"],
  ["(@Ada)", "Ada"],
  ["@Ada Lovelace, please", "Ada Lovelace"],
  ["@ada  lovelace", "Ada Lovelace"],
  ["@Ada", "Ａda"],
  ["@Adam and @Ada", "Ada"],
  ["@José", "Jose\u0301"],
  ["@李 hello", "李"],
  ["hello\n@Guest 482", "Guest 482"],
  ["@c++ is here", "C++"],
  ["@田中さん", "田中"],
  ["你好@ada你好", "Ada"],
  ["@김철수님", "김철수"],
  ["ครับ@ada", "Ada"],
  ["＠Ａｄａ", "Ada"],
  ["> - **@ada**", "Ada"],
  ["_@ada_ look", "Ada"],
  ["__@ada lovelace__", "Ada Lovelace"],
  ["@علی\u200cرضا", "علی\u200cرضا"],
  ["@❤\ufe0f Ada", "❤\ufe0f Ada"],
  ["@STRASSE", "Straße"],
  ["@ΣΊΣΥΦΟΣ", "Σίσυφος"],
])("%j mentions %j", (text, name) => expect(mentionsName(text, cleanName(name))).toBe(true));

it.each([
  ["Ada, look", "Ada"],
  ["@Adam", "Ada"],
  ["@Ada_", "Ada"],
  ["_@Ada_x", "Ada"],
  ["x_@Ada_", "Ada"],
  ["ben@ada.example", "Ada"],
  ["@Ada", "Ada Lovelace"],
  ["@", ""],
  ["@ Ada", "Ada"],
  ["`@ada`", "Ada"],
  ["look: ```js\n@ada()\n```", "Ada"],
  ["~~~\n@ada", "Ada"],
  ["https://a.example/@ada", "Ada"],
  ["www.a.example/@ada", "Ada"],
  ["[her](https://a.example/@ada)", "Ada"],
  ["\\@ada", "Ada"],
])("%j does not mention %j", (text, name) => expect(mentionsName(text, name)).toBe(false));

it("marks around a mention are not part of it", () => {
  expect(parsed("_@ben_ __@ben_c__ @ben_")).toBe(
    "<italic><mention>@ben</mention></italic> <bold><mention>@ben_c</mention></bold> <mention>@ben_</mention>",
  );
});
