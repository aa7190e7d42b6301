/** A page whose user may not read the channel: it finds out when that is over, without asking all the time. */
import { createRoot, createSignal } from "solid-js";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { followRefusal } from "../../../src/connection/follow-refusal";
import { CLOSE, type Refusal, type ServerEvent } from "../../../src/shared/protocol";
import type { Status } from "../../../src/socket/StrongSocket";
import { browser, focusWindow, hidePage, showPage } from "../support/browser";

const HOUR = 3_600_000; // ms

let answer: () => Response;
let asked: number;
beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  asked = 0;
  vi.stubGlobal("fetch", async () => (asked++, answer()));
});

const banned = (until: number) => () =>
  Response.json({ code: "forbidden", reason: "banned", message: "You are banned.", until }, { status: 403 });
const welcome = () => Response.json({ t: "welcome", d: { seq: 5, epoch: "e1", messages: [], you: { id: "u1", name: "Ada" } } });
const settled = () => vi.advanceTimersByTimeAsync(0);

/** The page of someone whom the channel has just closed with 4001, after these events. */
async function start(...events: ServerEvent[]) {
  const [status] = createSignal<Status>("offline");
  const [refusal, setRefusal] = createSignal<Refusal>();
  const connects = vi.fn<() => void>();
  const onOver = vi.fn<() => void>();
  const refuse = (why: Refusal | undefined) => void (why ? setRefusal(why) : connects());
  const socket = { href: "wss://chat.example/_ws/team/a", closedFor: { code: CLOSE.removed, reason: "You are banned." } };
  const refused = vi.fn<typeof refuse>(refuse);
  const listen = (listener: (events: readonly ServerEvent[]) => void) => (listener(events), () => undefined);
  createRoot((dispose) => {
    onTestFinished(dispose);
    followRefusal(socket, status, { name: "team/a", refuse: refused, refusal, listen }, onOver);
  });
  await settled();
  return { refusal, refused, connects, onOver };
}

it("W26 it learns until when, and asks no more while nothing happens", async () => {
  answer = banned(Date.now() + HOUR);
  const page = await start();
  expect(page.refusal()).toMatchObject({ reason: "banned", until: Date.now() + HOUR });
  await vi.advanceTimersByTimeAsync(HOUR - 1_000);
  expect([asked, page.connects.mock.calls.length]).toEqual([1, 0]);
});

it("W26 it says until when at once, and not a second time, if the error before the close has told it", async () => {
  const until = Date.now() + HOUR;
  answer = banned(until);
  const page = await start({ t: "error", d: { code: "forbidden", reason: "banned", message: "You are banned.", until } });
  expect(page.refused.mock.calls).toEqual([[expect.objectContaining({ reason: "banned", until })]]);
});

it.each([
  ["to the page", () => (hidePage(), showPage())],
  ["to its window", () => focusWindow(true)],
  ["to the network", () => void browser.window.dispatchEvent(new Event("online"))],
])("W26 a ban that is lifted is told to a user who comes back %s", async (_where, comesBack) => {
  answer = banned(Date.now() + HOUR);
  const page = await start();
  answer = welcome;
  comesBack();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([asked, page.connects.mock.calls.length, page.onOver.mock.calls.length]).toEqual([2, 1, 1]);
});

it("W26 it asks at most every 5 s, and never from a hidden page", async () => {
  answer = banned(Date.now() + HOUR);
  await start();
  for (let i = 0; i < 100; i++) {
    focusWindow(true);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(asked).toBeLessThanOrEqual(3);
  const before = asked;
  hidePage();
  focusWindow(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(before);
});

it("W26 it asks when the ban ends, once, also if it has asked before", async () => {
  answer = banned(Date.now() + HOUR);
  const page = await start();
  focusWindow(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toBe(2);
  await vi.advanceTimersByTimeAsync(10 * HOUR); // this clock is ahead, so the ban lasts
  expect(asked).toBe(3);
  answer = welcome;
  focusWindow(true);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([page.connects.mock.calls.length, page.onOver.mock.calls.length]).toEqual([1, 1]);
});
