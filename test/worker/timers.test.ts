/** Timers that are held back, as while a flood is let pass: each still runs, once, and not before it is due. */
import { expect, it } from "vitest";
import { Timers } from "../../worker/timers";

it("held timers run on release when they are due by then, and later when they are not", async () => {
  const timers = new Timers();
  const ran: string[] = [];
  const later = Promise.withResolvers<void>();
  timers.set(() => ran.push("due"), 0);
  timers.set(() => (ran.push("later"), later.resolve()), 30);
  timers.hold();
  timers.set(() => ran.push("set while held"), 0);
  timers.clear(timers.set(() => ran.push("cleared while held"), 0));
  await scheduler.wait(5);
  expect(ran).toEqual([]);
  timers.release();
  expect(ran).toEqual(["due", "set while held"]);
  await later.promise;
  expect(ran).toEqual(["due", "set while held", "later"]);
});

it("a timer that another one clears on release does not run", () => {
  const timers = new Timers();
  timers.set(() => timers.clear(second), 0);
  const second = timers.set(() => expect.unreachable(), 0);
  timers.hold();
  timers.release();
});
