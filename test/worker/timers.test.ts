/** Held timers, as during a flood: each runs once, and not before it is due. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Timers } from "../../worker/timers";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("held timers run on release if they are due, and later if not", () => {
  const timers = new Timers();
  const ran: string[] = [];
  timers.set(() => ran.push("due"), 0);
  timers.set(() => ran.push("later"), 30);
  timers.hold();
  timers.set(() => ran.push("set while held"), 0);
  timers.clear(timers.set(() => ran.push("cleared while held"), 0));
  vi.advanceTimersByTime(29);
  expect(ran).toEqual([]);
  timers.release();
  expect(ran).toEqual(["due", "set while held"]);
  vi.advanceTimersByTime(1);
  expect(ran).toEqual(["due", "set while held", "later"]);
});

it("a timer that another one clears on release does not run", () => {
  const timers = new Timers();
  timers.set(() => timers.clear(second), 0);
  const second = timers.set(() => expect.unreachable(), 0);
  timers.hold();
  timers.release();
});
