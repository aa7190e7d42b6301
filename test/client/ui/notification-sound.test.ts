/** The notification sound: one at a time, and never late. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";

/** When each note was started (Unix ms). */
let notes: number[];
/** The user clicks: from then on, the browser plays sounds. */
let allow: () => void;

/** The Web Locks of a browser, for requests that do not wait. */
function fakeLocks() {
  const held = new Set<string>();
  return {
    async request(name: string, _options: LockOptions, run: (lock: object | null) => Promise<unknown>): Promise<void> {
      if (held.has(name)) return void (await run(null));
      held.add(name);
      await run({ name });
      held.delete(name);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  notes = [];
  const allowed = new Promise<void>((resolve) => (allow = resolve));
  class FakeContext {
    state = "suspended";
    currentTime = 0;
    async resume(): Promise<void> {
      await allowed;
      this.state = "running";
    }
  }
  const node = { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: (to: object) => to, stop() {} };
  vi.stubGlobal("navigator", { locks: fakeLocks() });
  vi.stubGlobal("AudioContext", FakeContext);
  vi.stubGlobal("GainNode", function GainNode() {
    return node;
  });
  vi.stubGlobal("OscillatorNode", function OscillatorNode() {
    return { ...node, start: () => notes.push(Date.now()) };
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const load = () => import("../../../src/ui/notification-sound");

it("a sound is two notes", async () => {
  const { play } = await load();
  allow();
  void play();
  await vi.advanceTimersByTimeAsync(100);
  expect(notes).toHaveLength(2);
});

it("sounds that the browser held back before the first click are not played after it", async () => {
  const { play } = await load();
  for (let i = 0; i < 10; i++) {
    void play();
    await vi.advanceTimersByTimeAsync(10_000);
  }
  allow();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(notes).toEqual([]);
  void play();
  await vi.advanceTimersByTimeAsync(100);
  expect(notes).toHaveLength(2);
});

it("of several sounds within two seconds, one is played, also if the browser held them back", async () => {
  const { play } = await load();
  for (let i = 0; i < 3; i++) {
    void play();
    await vi.advanceTimersByTimeAsync(500);
  }
  allow();
  await vi.advanceTimersByTimeAsync(100);
  void play();
  await vi.advanceTimersByTimeAsync(100);
  expect(notes).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(2_000);
  void play();
  await vi.advanceTimersByTimeAsync(100);
  expect(notes).toHaveLength(4);
});

it("two windows of a browser do not play at the same time", async () => {
  const [one, other] = [await load(), (vi.resetModules(), await load())];
  allow();
  void one.play();
  void other.play();
  await vi.advanceTimersByTimeAsync(100);
  expect(notes).toHaveLength(2);
});

it("a report that comes late, because the tab was suspended, is silent", async () => {
  const { play } = await load();
  allow();
  void play(Date.now() - 60_000);
  await vi.advanceTimersByTimeAsync(100);
  expect(notes).toEqual([]);
});
