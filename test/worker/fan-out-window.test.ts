/** The flush window: when events are sent, and the cost of flushing. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FLUSH_WITHIN } from "../../src/shared/protocol";
import { FakeSocket, fanOutTo, numbered } from "./support/fake-socket";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("W13 in a quiet channel an event is sent at once, in the same turn", () => {
  const socket = new FakeSocket();
  const fanOut = fanOutTo(socket);
  for (let n = 0; n < 3; n++) {
    fanOut.send(numbered(n));
    expect(socket.frames).toHaveLength(n + 1);
    vi.advanceTimersByTime(250);
  }
});

it("W13 the first few events after a pause are sent at once; events within a flush window are sent as one frame, in order", () => {
  const socket = new FakeSocket();
  socket.cost = 5;
  const fanOut = fanOutTo(socket);
  for (let n = 0; n < 10; n++) {
    fanOut.send(numbered(n));
    vi.advanceTimersByTime(0); // each of them comes in a turn of its own
  }
  expect(socket.frames).toHaveLength(4);
  vi.advanceTimersByTime(100);
  expect(socket.frames).toHaveLength(5);
  expect(socket.numbers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it("W13 of the events of one turn only the first is sent ahead, so that a burst leaves time for others", () => {
  const socket = new FakeSocket();
  socket.cost = 5;
  const fanOut = fanOutTo(socket);
  for (let n = 0; n < 10; n++) {
    fanOut.send(numbered(n));
    fanOut.beginTask(); // each of them comes in a frame of its own
  }
  expect(socket.numbers).toEqual([0]);
  vi.advanceTimersByTime(0);
  expect(socket.frames).toHaveLength(2);
  vi.advanceTimersByTime(5); // what this frame took
  fanOut.send(numbered(10));
  expect(socket.frames).toHaveLength(3);
  expect(socket.numbers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

it("W13 while frames come so fast that no timer runs, each event is sent within 60 ms all the same", () => {
  const socket = new FakeSocket();
  const fanOut = fanOutTo(socket);
  for (let n = 0; n < 100; n++) {
    fanOut.beginTask();
    fanOut.send(numbered(n));
    vi.setSystemTime(Date.now() + 10);
    expect(n - (socket.numbers.at(-1) ?? -1)).toBeLessThanOrEqual(6);
  }
});

it("W13 a pause during a flush, such as a garbage collection, does not delay the next events", () => {
  const socket = new FakeSocket();
  const fanOut = fanOutTo(socket);
  for (const [n, cost] of [4, 4, 40, 4].entries()) {
    if (n < 3) vi.advanceTimersByTime(250);
    socket.cost = cost;
    fanOut.send(numbered(n));
    expect(socket.frames).toHaveLength(n + 1);
    vi.advanceTimersByTime(0);
  }
});

it.each([
  { cost: 1, percent: 25, wait: 25 },
  { cost: 4, percent: 25, wait: 25 },
  { cost: 12, percent: 32, wait: 25 },
  { cost: 40, percent: 50, wait: 40 },
  { cost: 100, percent: 67, wait: 50 },
])(
  "W13 if a flush takes $cost ms, flushing takes at most about $percent % of the time, and an event waits for at most $wait ms",
  ({ cost, percent, wait }) => {
    const socket = new FakeSocket();
    socket.cost = cost;
    const fanOut = fanOutTo(socket);
    const startedAt = Date.now();
    let longest = 0;
    let oldest = Infinity; // of the events that wait
    for (let n = 0; n < 1_000; n++) {
      const { length } = socket.frames;
      oldest = Math.min(oldest, Date.now());
      fanOut.send(numbered(n));
      vi.advanceTimersByTime(1);
      if (socket.frames.length === length) continue;
      longest = Math.max(longest, Date.now() - oldest - cost);
      oldest = Infinity;
    }
    const share = (socket.frames.length * cost) / (Date.now() - startedAt);
    expect(share).toBeLessThan(percent / 100 + 0.03); // and what a quiet channel has saved up
    expect(longest).toBeLessThanOrEqual(Math.min(wait + 2, FLUSH_WITHIN + 1)); // the steps of this clock
  },
);

it("W13 no timer runs if there is nothing to send, so the object can hibernate", () => {
  const socket = new FakeSocket();
  socket.cost = 5;
  const fanOut = fanOutTo(socket);
  fanOut.send(numbered(1));
  fanOut.send(numbered(2));
  vi.advanceTimersByTime(100);
  expect(vi.getTimerCount()).toBe(0);
});
