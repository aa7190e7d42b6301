/** Who is writing: told often enough to be seen without a gap, and seldom enough for the channel to take it, on a network that wavers. */
import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createTyping } from "../../../src/channel/typing";
import { TYPING_EVERY, TYPING_SHOWN } from "../../../src/shared/protocol";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const WAVER = 900; // ms
const KEY_EVERY = 90; // ms

/** Someone types on for `ms`; returns when they told it (ms). */
function toldOver(ms: number, isUp = (): boolean => true): number[] {
  const startedAt = Date.now();
  const told: number[] = [];
  const { tell } = createRoot(() => createTyping(() => isUp() && told.push(Date.now() - startedAt) > 0));
  for (let now = 0; now < ms; now += KEY_EVERY) {
    tell();
    vi.advanceTimersByTime(KEY_EVERY);
  }
  return told;
}

it("W11 typing is told at the first key, and then so that no wavering of the network makes it too soon or too late", () => {
  const told = toldOver(60_000);
  expect(told[0]).toBe(0);
  expect(told.length).toBeGreaterThan(10);
  for (const [index, at] of told.slice(1).entries()) {
    expect(at - told[index]!).toBeGreaterThanOrEqual(TYPING_EVERY + WAVER);
    expect(at - told[index]!).toBeLessThanOrEqual(TYPING_SHOWN - WAVER);
  }
});

it("W11 a clock that is set back keeps nobody from telling", () => {
  const told: number[] = [];
  const { tell } = createRoot(() => createTyping(() => told.push(1) > 0));
  tell();
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(TYPING_SHOWN);
  tell();
  expect(told).toHaveLength(2);
});

it("W11 what could not be told is told as soon as it can be", () => {
  const offlineUntil = Date.now() + 1_000;
  const [first] = toldOver(5_000, () => Date.now() >= offlineUntil);
  expect(first).toBeGreaterThanOrEqual(1_000);
  expect(first).toBeLessThanOrEqual(1_000 + KEY_EVERY);
});

it("W11 who types is shown for 5 s after they last did, or until they are stopped", () => {
  const { users, start, stop } = createRoot(() => createTyping(() => true));
  const [ada, ben] = [
    { id: "a", name: "Ada" },
    { id: "b", name: "Ben" },
  ];
  start(ada);
  vi.advanceTimersByTime(4_000);
  start(ben);
  start(ada);
  vi.advanceTimersByTime(4_999);
  expect(users()).toEqual([ada, ben]); // each keeps their place
  stop(ben.id);
  expect(users()).toEqual([ada]);
  vi.advanceTimersByTime(1);
  expect(users()).toEqual([]);
});
