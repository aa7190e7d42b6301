/** Which rows begin a day or a group, and which is the first unread one. */
import { expect, it } from "vitest";
import { clock } from "../../../src/ui/clock";
import { layoutsOf, type KnownLayouts } from "../../../src/message-row/row-layout";
import { itemsOf } from "../../../src/message-row/items";
import type { Message } from "../../../src/shared/protocol";

const ada = { id: "a", name: "Ada" };
const ben = { id: "b", name: "Ben" };
const NOON = Date.parse("2026-11-22T12:00:00Z");
const MINUTE = 60_000; // ms
const time = clock("en", "UTC", NOON);

/** Messages as `[who, minutes after noon, more]`, with ids from 1 on. */
const items = (...said: [user: typeof ada, minutes: number, more?: Partial<Message>][]) =>
  itemsOf(
    said.map(([user, minutes, more], i) => ({
      id: i + 1,
      seq: i + 1,
      cid: `${i}`,
      user,
      text: "",
      at: NOON + minutes * MINUTE,
      ...more,
    })),
    [],
    ada,
  );

it("messages of one author within 5 minutes form a group", () => {
  const layouts = layoutsOf(items([ada, 0], [ada, 5], [ada, 11], [ben, 11], [ada, 12]), undefined, undefined, time);
  expect(layouts.map(({ startsGroup }) => startsGroup)).toEqual([true, false, true, true, true]);
});

it("a new name and a reply begin a group", () => {
  const layouts = layoutsOf(
    items([ada, 0], [{ ...ada, name: "Countess" }, 0], [ada, 0, { reply: 1 }]),
    undefined,
    undefined,
    time,
  );
  expect(layouts.map(({ startsGroup }) => startsGroup)).toEqual([true, true, true]);
});

it("the first message begins a day, and so does the first after midnight", () => {
  const all = items([ada, 0], [ada, 719], [ada, 720], [ada, 721]);
  expect(layoutsOf(all, undefined, undefined, time).map(({ startsDay }) => startsDay)).toEqual([true, false, true, false]);
  expect(layoutsOf(all, undefined, undefined, time)[2]!.startsGroup).toBe(true);
});

it("the first item of the window continues the group of the item above it", () => {
  const all = items([ada, 0], [ada, 1], [ada, 2]);
  expect(layoutsOf(all.slice(1), all[0], undefined, time).map(({ startsGroup, startsDay }) => startsGroup || startsDay)).toEqual([
    false,
    false,
  ]);
});

it("the first unread message is marked", () => {
  const all = items([ada, 0], [ben, 1], [ben, 2]);
  expect(layoutsOf(all, undefined, 2, time).map(({ startsUnread }) => startsUnread)).toEqual([false, true, false]);
});

it("a layout is the same object while nothing in it changes", () => {
  const known: KnownLayouts = new WeakMap();
  const all = items([ada, 0], [ada, 1], [ben, 2]);
  const before = layoutsOf(all, undefined, undefined, time, known);
  const after = layoutsOf(all.slice(1), all[0], 3, time, known);
  expect(after[0]).toBe(before[1]);
  expect(after[1]).not.toBe(before[2]);
});
