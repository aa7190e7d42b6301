/** A text mentions a person by `@` and the whole name. */
import { expect, it } from "vitest";
import { mentionsName } from "../../../src/people/mentions";

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
])("%j mentions %j", (text, name) => expect(mentionsName(text, name)).toBe(true));

it.each([
  ["Ada, look", "Ada"],
  ["@Adam", "Ada"],
  ["@Ada_", "Ada"],
  ["ben@ada.example", "Ada"],
  ["@Ada", "Ada Lovelace"],
  ["@", ""],
  ["@ Ada", "Ada"],
])("%j does not mention %j", (text, name) => expect(mentionsName(text, name)).toBe(false));
