/** Which lines begin a day or a group, and which is the first new one. */
import { expect, it } from "vitest";
import { clock } from "../../../src/ui/clock";
import { linesOf, type KnownLines } from "../../../src/timeline/lines";
import { rowsOf } from "../../../src/timeline/rows";
import type { Message } from "../../../src/shared/protocol";

const ada = { id: "a", name: "Ada" };
const ben = { id: "b", name: "Ben" };
const NOON = Date.parse("2026-11-22T12:00:00Z");
const MINUTE = 60_000; // ms
const time = clock("en", "UTC", NOON);

/** Messages as `[who, minutes after noon, more]`, with ids from 1 on. */
const rows = (...said: [user: typeof ada, minutes: number, more?: Partial<Message>][]) =>
  rowsOf(
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

it("what one person says within 5 minutes stands under one name", () => {
  const lines = linesOf(rows([ada, 0], [ada, 5], [ada, 11], [ben, 11], [ada, 12]), undefined, undefined, time);
  expect(lines.map(({ headed }) => headed)).toEqual([true, false, true, true, true]);
});

it("a new name, and an answer, begin a group", () => {
  const lines = linesOf(rows([ada, 0], [{ ...ada, name: "Countess" }, 0], [ada, 0, { reply: 1 }]), undefined, undefined, time);
  expect(lines.map(({ headed }) => headed)).toEqual([true, true, true]);
});

it("a day begins with the first message, and with the first after midnight", () => {
  const all = rows([ada, 0], [ada, 719], [ada, 720], [ada, 721]);
  expect(linesOf(all, undefined, undefined, time).map(({ day }) => day)).toEqual([true, false, true, false]);
  expect(linesOf(all, undefined, undefined, time)[2]!.headed).toBe(true);
});

it("the first of the rows shown follows the row above it", () => {
  const all = rows([ada, 0], [ada, 1], [ada, 2]);
  expect(linesOf(all.slice(1), all[0], undefined, time).map(({ headed, day }) => headed || day)).toEqual([false, false]);
});

it("the first new one is marked", () => {
  const all = rows([ada, 0], [ben, 1], [ben, 2]);
  expect(linesOf(all, undefined, 2, time).map(({ fresh }) => fresh)).toEqual([false, true, false]);
});

it("a line is again the same while nothing about it changes", () => {
  const known: KnownLines = new WeakMap();
  const all = rows([ada, 0], [ada, 1], [ben, 2]);
  const before = linesOf(all, undefined, undefined, time, known);
  const after = linesOf(all.slice(1), all[0], 3, time, known);
  expect(after[0]).toBe(before[1]);
  expect(after[1]).not.toBe(before[2]);
});
