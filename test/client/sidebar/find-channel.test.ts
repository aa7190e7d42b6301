/** Which channel a typed name, link or abbreviation opens. */
import { expect, it } from "vitest";
import { resolveChannel } from "../../../src/sidebar/find-channel";

const KNOWN = ["lobby", "ops/desk", "team/design", "team/development"];

it.each([
  ["des", "ops/desk"], // the first one offered
  ["desi", "team/design"],
  ["Team/de", "team/design"],
  ["lob", "lobby"],
  ["design", "design"],
  ["team", "team"],
  ["team/design", "team/design"],
  ["/des", "des"],
  ["sign", "sign"],
  ["somewhere/else", "somewhere/else"],
  ["100%", undefined],
  ["no such!name", undefined],
  ["https://chat.example/Team/Design?x#channel", "team/design"],
  ["http://chat.example/caf%C3%A9", "café"],
  ["chat.example/team", "team"],
  ["https://chat.example", "lobby"],
  ["https://chat.example/no!name", undefined],
  ["https://chat.example.org/team", undefined],
  ["https://elsewhere.example/team", undefined],
])("%j opens %s", (asked, channel) => {
  expect(resolveChannel(asked, KNOWN, "chat.example")).toBe(channel);
});
