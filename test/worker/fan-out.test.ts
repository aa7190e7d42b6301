/** Fan-out: one event to every peer, and a peer that fails or falls behind harms nobody else. */
import { expect, it, vi } from "vitest";
import { MAX_UNSENT, type ServerEvent } from "../../src/protocol";
import { FanOut } from "../../worker/fan-out";
import { join } from "./peer";

const EVENT: ServerEvent = { t: "presence", d: { n: 1 } };

/** A socket as far as fan-out is concerned. */
function socket(unsent = 0, send: (frame: string) => void = () => {}) {
  const fake = {
    readyState: WebSocket.OPEN,
    bufferedAmount: unsent,
    send: vi.fn<typeof send>(send),
    close: vi.fn<(code: number, reason: string) => void>(),
  };
  return fake as typeof fake & WebSocket;
}

it("W13 order is kept: everyone sees the same events in the same order", async () => {
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

it("W13 an event is serialised once, not once a peer", () => {
  const serialised = vi.fn<() => object>(() => ({ n: 1 }));
  const sockets = [socket(), socket(), socket()];
  new FanOut(() => sockets).send({ t: "presence", d: { toJSON: serialised, n: 1 } } as ServerEvent);
  expect(serialised).toHaveBeenCalledTimes(1);
  for (const { send } of sockets) expect(send).toHaveBeenCalledExactlyOnceWith('{"t":"presence","d":{"n":1}}');
});

it("W15 a peer with more than 1 MiB unsent is closed with 1013, the others are not", () => {
  const [slow, fast] = [socket(MAX_UNSENT + 1), socket(MAX_UNSENT)];
  new FanOut(() => [slow, fast]).send(EVENT);
  expect(slow.close).toHaveBeenCalledExactlyOnceWith(1013, expect.any(String));
  expect(fast.close).not.toHaveBeenCalled();
  expect(fast.send).toHaveBeenCalledOnce();
});

it("W15 a send that throws ends that peer alone", () => {
  const broken = socket(0, () => {
    throw new Error("broken pipe");
  });
  const fine = socket();
  new FanOut(() => [broken, fine]).send(EVENT);
  expect(broken.close).toHaveBeenCalledExactlyOnceWith(1013, expect.any(String));
  expect(fine.send).toHaveBeenCalledOnce();
});
