/** The clock of the rows follows midnight, the time zone and the server's time, while the page is open. */
import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { browser } from "../support/browser";
import { createClock } from "../../../src/timeline/create-clock";
import { itemsOf } from "../../../src/message-row/items";
import { setServerTime } from "../../../src/ui/server-time";

const MINUTE = 60_000; // ms
const at = (text: string) => Date.parse(text);
const zone = process.env.TZ;

beforeEach(() => {
  process.env.TZ = "UTC";
  vi.useFakeTimers({ now: at("2026-11-22T23:50:00Z") });
  setServerTime(Date.now());
});
afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

async function openClock() {
  const time = createRoot((dispose) => {
    onTestFinished(dispose);
    return createClock("en", "UTC");
  });
  await vi.advanceTimersByTimeAsync(0); // effects have run
  return time;
}

it("at midnight, today becomes yesterday", async () => {
  const time = await openClock();
  const message = at("2026-11-22T23:45:00Z");
  expect(time().daysAgo(message)).toBe(0);
  await vi.advanceTimersByTimeAsync(10 * MINUTE - 1);
  expect(time().daysAgo(message)).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(time().daysAgo(message)).toBe(1);
});

it("after a change of time zone, times and days are those of the new one", async () => {
  const time = await openClock();
  const message = at("2026-11-22T23:45:00Z");
  process.env.TZ = "Asia/Tokyo";
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(time().short(message)).toContain("8:45");
  process.env.TZ = "America/New_York";
  browser.document.dispatchEvent(new Event("visibilitychange"));
  expect(time().short(message)).toContain("6:45");
});

it("days follow the server's time if the clock of the device is wrong", async () => {
  const time = await openClock();
  const message = at("2026-11-23T00:01:00Z");
  expect(time().daysAgo(message)).toBeUndefined();
  setServerTime(at("2026-11-23T00:05:00Z")); // 15 minutes ahead of the device
  expect(time().daysAgo(message)).toBe(0);
});

it("an unsent message is listed at the time at which the server would store it", () => {
  setServerTime(Date.now() + 5 * MINUTE);
  const entry = { cid: "c", text: "hi", at: Date.now() };
  const [item] = itemsOf([], [entry as never], { id: "a", name: "Ada" });
  expect(item!.at).toBe(Date.now() + 5 * MINUTE);
});
