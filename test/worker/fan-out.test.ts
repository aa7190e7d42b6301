/** Fan-out: what becomes ready together leaves as one frame, in order, and a peer that fails or falls behind harms nobody else. */
import type { Peer } from "crossws";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FLUSH_WITHIN, MAX_UNSENT, type ServerEvent } from "../../src/protocol";
import { FanOut } from "../../worker/fan-out";
import { Timers } from "../../worker/timers";
import { peerUrl } from "../../worker/peer";
import { join } from "./peer";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const numbered = (n: number): ServerEvent => ({ t: "presence", d: { n } });

/** A socket as far as fan-out is concerned; each write takes `cost` ms of the object's time. */
class FakeSocket {
  readyState = WebSocket.OPEN;
  bufferedAmount = 0;
  closed: number | undefined;
  readonly frames: string[] = [];
  readonly id: string;
  readonly user: string;
  cost = 0;

  constructor(id = "peer", user = "user") {
    this.id = id;
    this.user = user;
  }

  /** The numbers in the events it got. */
  get numbers(): number[] {
    return this.frames.flatMap((frame) => [JSON.parse(frame)].flat()).map((event: { d: { n: number } }) => event.d.n);
  }

  send(frame: string): void {
    vi.setSystemTime(Date.now() + this.cost);
    this.frames.push(frame);
  }

  close(code: number): void {
    this.closed = code;
  }

  deserializeAttachment() {
    return { i: this.id, u: peerUrl({ channel: "c", user: this.user }) };
  }
}

const fanOutTo = (...sockets: FakeSocket[]) => new FanOut(() => sockets as unknown as WebSocket[], new Timers());
const asPeer = (socket: FakeSocket) => socket as unknown as Peer;

it("W13 in a quiet channel an event leaves at once, in the same turn", () => {
  const socket = new FakeSocket();
  const fanOut = fanOutTo(socket);
  for (let n = 0; n < 3; n++) {
    fanOut.send(numbered(n));
    expect(socket.frames).toHaveLength(n + 1);
    vi.advanceTimersByTime(250);
  }
});

it("W13 the first few events after a pause leave at once; what becomes ready while a window is open leaves as one frame, in order", () => {
  const socket = new FakeSocket();
  socket.cost = 5;
  const fanOut = fanOutTo(socket);
  for (let n = 0; n < 10; n++) {
    fanOut.send(numbered(n));
    fanOut.measure(); // each of them comes in a frame of its own
  }
  expect(socket.frames).toHaveLength(4);
  vi.advanceTimersByTime(100);
  expect(socket.frames).toHaveLength(5);
  expect(socket.numbers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it.each([1, 4, 12, 40])(
  "W13 at %i ms a flush, flushing takes about a quarter of the time at most, and no event waits longer than 50 ms",
  (cost) => {
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
    const most = cost * 4 > FLUSH_WITHIN + cost ? cost / (cost + FLUSH_WITHIN) : 1 / 4;
    expect(share).toBeLessThan(most + 0.03); // and what a quiet channel has saved up
    expect(longest).toBeLessThanOrEqual(FLUSH_WITHIN + 1); // the step of this clock
  },
);

it("W13 no timer runs when there is nothing to send, so the object can sleep", () => {
  const socket = new FakeSocket();
  socket.cost = 5;
  const fanOut = fanOutTo(socket);
  fanOut.send(numbered(1));
  fanOut.send(numbered(2));
  vi.advanceTimersByTime(100);
  expect(vi.getTimerCount()).toBe(0);
});

it("W13 an event is serialised once, not once a peer", () => {
  const serialised = vi.fn<() => object>(() => ({ n: 1 }));
  const sockets = [new FakeSocket("1"), new FakeSocket("2"), new FakeSocket("3")];
  fanOutTo(...sockets).send({ t: "presence", d: { toJSON: serialised, n: 1 } } as ServerEvent);
  expect(serialised).toHaveBeenCalledTimes(1);
  for (const { frames } of sockets) expect(frames).toEqual(['{"t":"presence","d":{"n":1}}']);
});

it("W13 what is for one peer alone keeps its place among what is for all", () => {
  const [ada, ben] = [new FakeSocket("1", "ada"), new FakeSocket("2", "ben")];
  ada.cost = 5;
  const fanOut = fanOutTo(ada, ben);
  fanOut.send(numbered(1));
  fanOut.send(numbered(2));
  fanOut.sendTo(asPeer(ada), JSON.stringify(numbered(3)));
  fanOut.send(numbered(4));
  vi.advanceTimersByTime(100);
  expect([ada.numbers, ben.numbers]).toEqual([
    [1, 2, 3, 4],
    [1, 2, 4],
  ]);
});

it("W2 who joins while a window is open gets the welcome first, and only what came after it", () => {
  const [ada, ben] = [new FakeSocket("1", "ada"), new FakeSocket("2", "ben")];
  ada.cost = 5;
  const sockets = [ada];
  const fanOut = new FanOut(() => sockets as unknown as WebSocket[], new Timers());
  fanOut.send(numbered(1));
  fanOut.send(numbered(2));
  sockets.push(ben);
  fanOut.sendTo(asPeer(ben), JSON.stringify(numbered(0)), true);
  fanOut.send(numbered(3));
  vi.advanceTimersByTime(100);
  expect([ada.numbers, ben.numbers]).toEqual([
    [1, 2, 3],
    [0, 3],
  ]);
});

it("W11 an event that is not for a user reaches none of their peers", () => {
  const [ada, tab, ben] = [new FakeSocket("1", "ada"), new FakeSocket("2", "ada"), new FakeSocket("3", "ben")];
  fanOutTo(ada, tab, ben).send(numbered(1), "ada");
  expect([ada.frames, tab.frames, ben.numbers]).toEqual([[], [], [1]]);
});

it("W13 whatever the timing, everyone gets the same events in the same order, without gaps", () => {
  const step = fc.oneof(
    fc.record({ send: fc.constant(true) }),
    fc.record({ to: fc.nat(4) }),
    fc.record({ join: fc.constant(true) }),
    fc.record({ wait: fc.nat(80) }),
    fc.record({ cost: fc.constantFrom(0, 0.1, 1, 10, 30) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const sockets = [new FakeSocket("0", "0")];
      const joinedAt = new Map([["0", 0]]);
      const fanOut = new FanOut(() => sockets as unknown as WebSocket[], new Timers());
      let seq = 0;
      for (const now of steps) {
        if ("send" in now) fanOut.send(numbered(++seq));
        if ("to" in now) fanOut.sendTo(asPeer(sockets[now.to % sockets.length]!), JSON.stringify(numbered(-1)));
        if ("wait" in now) vi.advanceTimersByTime(now.wait);
        if ("cost" in now) sockets[0]!.cost = now.cost;
        if ("join" in now) {
          const id = String(sockets.length);
          sockets.push(new FakeSocket(id, id));
          joinedAt.set(id, seq);
          fanOut.sendTo(asPeer(sockets.at(-1)!), JSON.stringify(numbered(0)), true);
        }
      }
      vi.advanceTimersByTime(1_000);
      for (const { id, numbers } of sockets) {
        const from = joinedAt.get(id)!;
        if (id !== "0") expect(numbers[0]).toBe(0);
        expect(numbers.filter((n) => n > 0)).toEqual(Array.from({ length: seq - from }, (_, i) => from + i + 1));
      }
    }),
    { numRuns: 1_000 },
  );
});

it("W13 order is kept from several writers through the whole channel", async () => {
  vi.useRealTimers();
  const peers = await Promise.all([join("w13/order"), join("w13/order"), join("w13/order")]);
  for (let i = 0; i < 20; i++) peers[i % 3]!.send({ t: "chat", d: { cid: `${i}`, text: `${i}` } });
  const seen = await Promise.all(
    peers.map(async (peer) => {
      const events = [];
      while (events.length < 20) events.push(await peer.nextOf("chat"));
      return events;
    }),
  );
  expect(seen[0]!.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

it("W15 a peer with more than 1 MiB unsent is closed with 1013, the others are not", () => {
  const [slow, fast] = [new FakeSocket("1"), new FakeSocket("2")];
  slow.bufferedAmount = MAX_UNSENT + 1;
  fast.bufferedAmount = MAX_UNSENT;
  const fanOut = fanOutTo(slow, fast);
  const name = "x".repeat(10_000);
  for (let i = 0; i < 10; i++) fanOut.send({ t: "name", d: { user: { id: "u", name } } });
  vi.advanceTimersByTime(100);
  expect([slow.closed, fast.closed]).toEqual([1013, undefined]);
});

it("W15 a send that throws ends that peer alone", () => {
  const [broken, fine] = [new FakeSocket("1"), new FakeSocket("2")];
  broken.send = () => {
    throw new Error("broken pipe");
  };
  fanOutTo(broken, fine).send(numbered(1));
  expect([broken.closed, fine.closed, fine.numbers]).toEqual([1013, undefined, [1]]);
});
