/** Fan-out: which peers receive what, in order; a failing or slow peer does not affect others. */
import fc from "../support/fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { MAX_UNSENT, type ServerEvent } from "../../src/shared/protocol";
import { asPeer, FakeSocket, fanOutOver, fanOutTo, numbered } from "./support/fake-socket";
import { join } from "./support/peer";
import { makeKnown } from "./support/stored";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("W13 an event is serialised once, not once per peer", () => {
  const serialised = vi.fn<() => object>(() => ({ n: 1 }));
  const sockets = [new FakeSocket("1"), new FakeSocket("2"), new FakeSocket("3")];
  fanOutTo(...sockets).send({ t: "presence", d: { toJSON: serialised, n: 1 } } as ServerEvent);
  expect(serialised).toHaveBeenCalledTimes(1);
  for (const { frames } of sockets) expect(frames).toEqual(['{"t":"presence","d":{"n":1}}']);
});

it("W13 an event for one peer keeps its place among the broadcast events", () => {
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

it("W2 a peer that joins during a flush window gets the welcome first, and only later events", () => {
  const [ada, ben] = [new FakeSocket("1", "ada"), new FakeSocket("2", "ben")];
  ada.cost = 5;
  const sockets = [ada];
  const fanOut = fanOutOver(sockets);
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

it("W11 an event that excludes a user reaches none of their peers", () => {
  const [ada, tab, ben] = [new FakeSocket("1", "ada"), new FakeSocket("2", "ada"), new FakeSocket("3", "ben")];
  fanOutTo(ada, tab, ben).send(numbered(1), "ada");
  expect([ada.frames, tab.frames, ben.numbers]).toEqual([[], [], [1]]);
});

it("W13 with any timing, all peers get the same events in the same order, without gaps", () => {
  const step = fc.oneof(
    fc.record({ send: fc.constant(true) }),
    fc.record({ to: fc.nat(4) }),
    fc.record({ join: fc.constant(true) }),
    fc.record({ wait: fc.nat(80) }),
    fc.record({ turn: fc.constant(true) }),
    fc.record({ flushNow: fc.constant(true) }),
    fc.record({ cost: fc.constantFrom(0, 0.1, 1, 10, 30) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const sockets = [new FakeSocket("0", "0")];
      const joinedAt = new Map([["0", 0]]);
      const fanOut = fanOutOver(sockets);
      let seq = 0;
      for (const now of steps) {
        if ("send" in now) fanOut.send(numbered(++seq));
        if ("to" in now) fanOut.sendTo(asPeer(sockets[now.to % sockets.length]!), JSON.stringify(numbered(-1)));
        if ("wait" in now) vi.advanceTimersByTime(now.wait);
        if ("turn" in now) fanOut.beginTask();
        if ("flushNow" in now) fanOut.flushNow();
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

it("W13 the order of several writers is kept through the whole channel", async () => {
  vi.useRealTimers();
  const peers = await Promise.all([join("w13/order"), join("w13/order"), join("w13/order")]);
  await makeKnown("w13/order", ...peers);
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

it("W15 a send that throws closes only that peer", () => {
  const [broken, fine] = [new FakeSocket("1"), new FakeSocket("2")];
  broken.send = () => {
    throw new Error("broken pipe");
  };
  fanOutTo(broken, fine).send(numbered(1));
  expect([broken.closed, fine.closed, fine.numbers]).toEqual([1013, undefined, [1]]);
});
