/** Fan-out with fake sockets: what they received, and how long it took. */
import type { Peer } from "crossws";
import { vi } from "vitest";
import type { ServerEvent } from "../../../src/shared/protocol";
import { FanOut } from "../../../worker/fan-out/FanOut";
import { peerUrl } from "../../../worker/peer";
import { Timers } from "../../../worker/timers";

export const numbered = (n: number): ServerEvent => ({ t: "presence", d: { n } });

/** The part of a socket that the fan-out uses. Each write takes `cost` ms of the object's time. */
export class FakeSocket {
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

  /** The numbers in the received events. */
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

/** A fan-out to a list of sockets. A test may add sockets later. */
export const fanOutOver = (sockets: FakeSocket[]) =>
  new FanOut(
    () => sockets as unknown as WebSocket[],
    new Timers(),
    (peer) => peer.close(1013),
  );
export const fanOutTo = (...sockets: FakeSocket[]) => fanOutOver(sockets);
export const asPeer = (socket: FakeSocket) => socket as unknown as Peer;
