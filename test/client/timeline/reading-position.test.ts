/** New messages of others, their announcement, and the read mark. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { announcement } from "../../../src/notifications/announcement";
import { othersAfter } from "../../../src/channel/new-messages";
import { keepLastRead, lastRead } from "../../../src/channel/read-state";
import { mentionsName } from "../../../src/markdown/parse";
import type { Message } from "../../../src/shared/protocol";

const said = (id: number, user: string, text = "hi", more?: Partial<Message>): Message => ({
  id,
  seq: id,
  cid: `${id}`,
  user: { id: user, name: user },
  text,
  at: id,
  ...more,
});

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

it("after a message, only messages of others count, without deleted ones", () => {
  const messages = [said(1, "ben"), said(4, "ben"), said(5, "ada"), said(6, "ben", "", { deleted: true }), said(9, "eve")];
  expect(othersAfter(messages, 1, "ada").map(({ id }) => id)).toEqual([4, 9]);
  expect(othersAfter(messages, 3, "ada").map(({ id }) => id)).toEqual([4, 9]);
  expect(othersAfter(messages, 9, "ada")).toEqual([]);
  expect(othersAfter([], 0, "ada")).toEqual([]);
});

it("one message is announced by its text, several by their number", () => {
  expect(announcement([])).toBe("");
  expect(announcement([said(1, "Ben", "**hi** `there`")])).toBe("Ben: hi there");
  expect(announcement([said(1, "Ben"), said(2, "Ben"), said(3, "Eve")])).toBe("3 new messages");
  expect(announcement([said(1, "Ben", "x".repeat(4_000))]).length).toBeLessThan(300);
});

it("the read mark of a channel is kept, and never moves back within one epoch", () => {
  expect(lastRead("lobby")).toBeUndefined();
  keepLastRead("lobby", { epoch: "e", id: 7 });
  keepLastRead("lobby", { epoch: "e", id: 5 });
  expect(lastRead("lobby")).toEqual({ epoch: "e", id: 7 });
  expect([...stored]).toEqual([["edgewise:read:lobby", '{"epoch":"e","id":7}']]);
  keepLastRead("lobby", { epoch: "f", id: 2 });
  expect(lastRead("lobby")).toEqual({ epoch: "f", id: 2 });
  expect(lastRead("elsewhere")).toBeUndefined();
});

it.each([
  "",
  "null",
  "7",
  "{}",
  '{"epoch":"","id":1}',
  '{"epoch":"e","id":1.5}',
  '{"epoch":1,"id":2}',
  '{"epoch":"e","id":"2"}',
  "{",
])("the stored value %j counts as no mark", (value) => {
  stored.set("edgewise:read:lobby", value);
  expect(lastRead("lobby")).toBeUndefined();
});

it("without storage the mark lives as long as the page", () => {
  vi.stubGlobal("localStorage", undefined);
  keepLastRead("lobby", { epoch: "e", id: 7 });
  expect(lastRead("lobby")).toEqual({ epoch: "e", id: 7 });
});

it.each([
  ["@Ada", "Ada", true],
  ["hi @ada, are you there?", "Ada", true],
  ["@Ada Lovelace!", "Ada Lovelace", true],
  ["@🦊 @Adam @Ada", "Ada", true],
  ["@Adam", "Ada", false],
  ["mail@ada.example", "Ada", false],
  ["Ada", "Ada", false],
  ["@🦊", "🦊", true],
])("%j mentions %s: %s", (text, name, mentions) => {
  expect(mentionsName(text, name)).toBe(mentions);
});
