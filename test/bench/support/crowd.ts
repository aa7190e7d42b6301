/** Many peers of one channel, and what they receive. */
import { setTimeout as wait } from "node:timers/promises";
import type { Histogram } from "./histogram.ts";
import { marked, marksIn } from "./marks.ts";
import type { Rival } from "./rivals.ts";
import { Socket } from "./socket.ts";

const AT_ONCE = 64; // joins under way
const QUIET = 400; // ms without a frame: all has arrived
const QUIET_WITHIN = 15_000; // ms
const RECEIVED_WITHIN = 20_000; // ms: a busy disk may hold an answer for long

/** One peer: its socket, and the running count and hash of the messages it has got. */
export class Peer {
  readonly socket: Socket;
  readonly index: number;
  got = 0;
  hash = 0;
  /** Messages that it wrote. */
  written = 0;
  /** Called with each of its own messages that comes back. */
  onOwn: ((number: number) => void) | undefined;
  #rival: Rival;

  constructor(socket: Socket, index: number, rival: Rival) {
    this.socket = socket;
    this.index = index;
    this.#rival = rival;
  }

  /** Writes the next message; returns its number. */
  write(length?: number): number {
    const number = ++this.written;
    this.socket.send(this.#rival.message(marked(this.index, number, length), number));
    return number;
  }
}

export class Crowd implements Disposable {
  readonly peers: Peer[] = [];
  /** Where latencies are counted, if they are. */
  latencies: Histogram | undefined;
  /** Messages received, by all peers together. */
  deliveries = 0;

  /** `size` peers that have joined `channel`, as fast as they are let in, some at a time. */
  static join(rival: Rival, port: number, channel: string, size: number): Promise<Crowd> {
    return Crowd.joinAll(rival, port, () => channel, size);
  }

  /** The same, each peer in the channel that `channelOf` its index. */
  static async joinAll(rival: Rival, port: number, channelOf: (index: number) => string, size: number): Promise<Crowd> {
    const crowd = new Crowd();
    let next = 0;
    const join = async () => {
      while (next < size) {
        const index = next++;
        crowd.#add(new Peer(await Socket.open(port, rival.path(channelOf(index))), index, rival));
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, size) }, join));
    return crowd;
  }

  get frames(): number {
    return this.peers.reduce((sum, { socket }) => sum + socket.frames, 0);
  }

  get bytes(): number {
    return this.peers.reduce((sum, { socket }) => sum + socket.bytes, 0);
  }

  /** Messages that its peers have written. */
  get written(): number {
    return this.peers.reduce((sum, { written }) => sum + written, 0);
  }

  /** Whether all peers that have not been left out got the same messages in the same order. */
  agrees(except?: Peer): boolean {
    const [first, ...others] = this.peers.filter((peer) => peer !== except);
    return others.every(({ got, hash }) => got === first!.got && hash === first!.hash);
  }

  /** `size` of the peers, evenly spread: who joined first is not always served first. */
  some(size: number): Peer[] {
    return Array.from({ length: size }, (_, index) => this.peers[Math.floor((index * this.peers.length) / size)]!);
  }

  /** Waits until no frame has come for a while. */
  async settled(quiet = QUIET): Promise<void> {
    const deadline = Date.now() + QUIET_WITHIN;
    for (let before = -1; before !== this.frames && Date.now() < deadline;) {
      before = this.frames;
      await wait(quiet);
    }
  }

  /** Waits until `deliveries` messages have been received, by all peers together. */
  async received(deliveries: number): Promise<void> {
    for (const deadline = Date.now() + RECEIVED_WITHIN; this.deliveries < deliveries; await wait(10))
      if (Date.now() > deadline) throw new Error(`${deliveries - this.deliveries} of ${deliveries} deliveries did not come`);
  }

  [Symbol.dispose](): void {
    for (const { socket } of this.peers) socket.drop();
  }

  #add(peer: Peer): void {
    this.peers[peer.index] = peer;
    peer.socket.onFrame = (bytes, start, end) => this.#receive(peer, bytes, start, end);
  }

  #receive(peer: Peer, bytes: Buffer, start: number, end: number): void {
    const { writers, numbers, sentAt, hash, power } = marksIn(bytes, start, end);
    const count = writers.length;
    peer.got += count;
    peer.hash = (Math.imul(peer.hash, power) + hash) | 0;
    this.deliveries += count;
    if (this.latencies) {
      const now = performance.now();
      for (const at of sentAt) this.latencies.add(now - at);
    }
    if (!peer.onOwn) return;
    for (let index = 0; index < count; index++) if (writers[index] === peer.index) peer.onOwn(numbers[index]!);
  }
}
