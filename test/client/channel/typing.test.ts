/** Typing events: often enough to be shown without a gap, and seldom enough for the channel, on a network with jitter. */
import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createTyping } from "../../../src/channel/typing";
import { TYPING_EVERY, TYPING_SHOWN, type User } from "../../../src/shared/protocol";
import { chat } from "../support/fake-server";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const JITTER = 900; // ms
const KEY_INTERVAL = 90; // ms

/** Types for `ms`; returns the times of the typing events (ms). */
function sentWhileTyping(ms: number, isUp = (): boolean => true): number[] {
  const startedAt = Date.now();
  const sent: number[] = [];
  const { notify } = createRoot(() => createTyping(() => isUp() && sent.push(Date.now() - startedAt) > 0));
  for (let now = 0; now < ms; now += KEY_INTERVAL) {
    notify();
    vi.advanceTimersByTime(KEY_INTERVAL);
  }
  return sent;
}

it("W11 a typing event is sent at the first key, then at intervals that network jitter makes neither too short nor too long", () => {
  const sent = sentWhileTyping(60_000);
  expect(sent[0]).toBe(0);
  expect(sent.length).toBeGreaterThan(10);
  for (const [index, at] of sent.slice(1).entries()) {
    expect(at - sent[index]!).toBeGreaterThanOrEqual(TYPING_EVERY + JITTER);
    expect(at - sent[index]!).toBeLessThanOrEqual(TYPING_SHOWN - JITTER);
  }
});

it("W11 a system clock that is set back does not stop the events", () => {
  const sent: number[] = [];
  const { notify } = createRoot(() => createTyping(() => sent.push(1) > 0));
  notify();
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(TYPING_SHOWN);
  notify();
  expect(sent).toHaveLength(2);
});

it("W11 an event that could not be sent is sent as soon as possible", () => {
  const offlineUntil = Date.now() + 1_000;
  const [first] = sentWhileTyping(5_000, () => Date.now() >= offlineUntil);
  expect(first).toBeGreaterThanOrEqual(1_000);
  expect(first).toBeLessThanOrEqual(1_000 + KEY_INTERVAL);
});

it("W11 a user is shown as typing for 5 s after the last event, or until their message comes", () => {
  const { users, receive } = createRoot(() => createTyping(() => true));
  const start = (user: User) => receive({ t: "typing", d: { user } }, "you");
  const stop = (id: string) => receive(chat(7, { user: { id, name: "" } }), "you");
  const [ada, ben] = [
    { id: "a", name: "Ada" },
    { id: "b", name: "Ben" },
  ];
  start(ada);
  vi.advanceTimersByTime(4_000);
  start(ben);
  start(ada);
  vi.advanceTimersByTime(4_999);
  expect(users()).toEqual([ada, ben]); // each keeps its place
  stop(ben.id);
  expect(users()).toEqual([ada]);
  vi.advanceTimersByTime(1);
  expect(users()).toEqual([]);
});
