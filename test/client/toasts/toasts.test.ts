/** A toast goes away by itself, unless the user is on it. */
import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createToasts } from "../../../src/toasts/create-toasts";
import { hidePage } from "../support/browser";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const toasts = () => createRoot(() => createToasts());

it("a toast closes after 6 s; the pointer or the focus on it stops the time", () => {
  const { current, show, pause, resume } = toasts();
  show({ text: "Copied." });
  vi.advanceTimersByTime(5_999);
  pause();
  vi.advanceTimersByTime(60_000);
  expect(current()?.text).toBe("Copied.");
  resume();
  vi.advanceTimersByTime(6_000);
  expect(current()).toBeUndefined();
});

it("the next toast closes the one before, once", () => {
  const { current, show, close } = toasts();
  const onClose = vi.fn<() => void>();
  show({ text: "one", onClose });
  show({ text: "two" });
  close();
  vi.advanceTimersByTime(60_000);
  expect([onClose.mock.calls.length, current()]).toEqual([1, undefined]);
});

it("undo runs instead of the close handler", () => {
  const { show, undo } = toasts();
  const [onUndo, onClose] = [vi.fn<() => void>(), vi.fn<() => void>()];
  show({ text: "Deleted.", undo: onUndo, onClose });
  undo();
  vi.advanceTimersByTime(60_000);
  expect([onUndo.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 0]);
});

it("a hidden page closes a toast that offers undo, and keeps one that does not", () => {
  const [first, second] = [toasts(), toasts()];
  first.show({ text: "Deleted.", undo: () => undefined });
  second.show({ text: "Copied." });
  hidePage();
  expect([first.current(), second.current()?.text]).toEqual([undefined, "Copied."]);
});
