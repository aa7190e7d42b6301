/**
 * The fan-out: the only path from a channel to its peers. An event is serialised once. Events that become ready while a flush
 * window is open leave as one frame (W13). A slow or broken peer does not affect others.
 */
import { CLOSE_REASONS } from "../../src/shared/refusal-messages";
import type { Peer } from "crossws";
import { FLUSH_WITHIN, MAX_UNSENT, type ServerEvent } from "../../src/shared/protocol";
import { type Connection, type ClosablePeer, connectionOf, peerOf } from "../peer";
import type { Timer, Timers } from "../timers";

/** Short flushes take at most a quarter of the object's time: the next flush leaves this many times the cost after the last one. */
const WINDOW_FACTOR = 4;

/**
 * The longest wait after a flush of up to 25 ms. After one that takes longer, the wait is as long as the flush was, up to FLUSH_WITHIN:
 * half of the time is left for others. A longer wait would delay writers who wait for their own message, and put no more events into a frame.
 */
const MAX_WINDOW = FLUSH_WITHIN / 2; // ms

/** A quiet channel saves up this much time, so that its first few events in a row leave at once. */
const MAX_CREDIT = FLUSH_WITHIN; // ms

/** The cost of a flush counts at most this many times the one before. What takes longer is a pause, such as a garbage collection. */
const MAX_COST_GROWTH = 2;

/** UTF-16 units that are broadcast between two checks for slow peers. Asking each socket each time would cost as much as sending. */
const CHECK_EVERY = 65_536;

/** Events that leave in one frame, at most: a purge changes up to 1,000 messages at once (W25). */
const MAX_BATCH = 250;

interface Entry {
  json: string;
  /** The id of the only peer that receives it. Absent for everyone. */
  only?: string;
  /** The id of the user who does not receive it. */
  except?: string | undefined;
  /** Whether it is a welcome: the peer receives nothing that is older. */
  first?: boolean;
}

export class FanOut {
  #sockets: () => WebSocket[];
  #timers: Timers;
  #close: (peer: ClosablePeer, reason: string) => void;
  #queue: Entry[] = [];
  /** Set while the queue waits or a flush is measured. Otherwise null: an object with a timer does not hibernate. */
  #timer: Timer | null = null;
  /** The start of the flush that is being measured (Unix ms). */
  #flushedAt: number | null = null;
  /** The duration of the last flush (ms). */
  #lastCost = Infinity;
  /** The time from which the next flush may leave (Unix ms). The further in the past, the more time is saved up. */
  #openAt = 0;
  /** UTF-16 units broadcast since the last check for slow peers. */
  #unchecked = 0;

  /** `sockets` returns the runtime's list of live sockets, which is right also after an eviction. `close` closes a peer, which reconnects later. */
  constructor(sockets: () => WebSocket[], timers: Timers, close: (peer: ClosablePeer, reason: string) => void) {
    this.#sockets = sockets;
    this.#timers = timers;
    this.#close = close;
  }

  /** Broadcasts an event to every peer except those of the user `except`. */
  send(event: ServerEvent, except?: string): void {
    this.#queue.push({ json: JSON.stringify(event), except });
    if (this.#timer === null) this.#flushWhenOpen();
  }

  /** Sends a serialised event to one peer, after all events that were sent before. `first`: it is the first event of this peer. */
  sendTo(peer: Peer, json: string, first = false): void {
    if (this.#queue.length > 0) this.#queue.push({ json, only: peer.id, first });
    else if (!write(peer, json)) this.#close(peer, CLOSE_REASONS.failed);
  }

  /** Sends an event to the peer with this id, like `send`. */
  sendToPeer(id: string, event: ServerEvent): void {
    this.#queue.push({ json: JSON.stringify(event), only: id });
    if (this.#timer === null) this.#flushWhenOpen();
  }

  /** Sends all waiting events now, because a peer that is about to be closed would miss them. */
  flushNow(): void {
    while (this.#queue.length > 0) {
      this.#timers.clear(this.#timer);
      this.#flush();
    }
  }

  /**
   * Call it when the object begins another task. The clock of a deployed Worker stands still while it computes, so the cost of a
   * flush shows only later, with a timer at the latest. Under a flood that timer is late, and the whole flood would count. The runtime
   * may read one frame after another without running any timer: what should have left long ago leaves here.
   */
  beginTask(): void {
    const now = Date.now();
    if (this.#flushedAt !== now) this.#scheduleWindow();
    const timer = this.#timer;
    if (!timer || this.#timers.isHeld || now - timer.at <= FLUSH_WITHIN) return;
    this.#timers.clear(timer);
    timer.run();
  }

  /** Closes a peer with too much unsent data. Returns whether it did. Answers to one peer alone are checked only here. */
  closeIfBehind(socket: WebSocket): boolean {
    if (unsent(socket) <= MAX_UNSENT) return false;
    this.#close(peerOf(socket), CLOSE_REASONS.behind);
    return true;
  }

  #flush(): void {
    const entries = this.#queue.splice(0, MAX_BATCH);
    this.#flushedAt = Date.now();
    const common = toFrame(entries.filter(({ only }) => only === undefined));
    const ids = new Set(entries.map(({ only }) => only));
    const users = new Set(entries.map(({ except }) => except));
    // Their welcome is in a later batch, and they receive nothing before it
    const notWelcomed = new Set(this.#queue.filter(({ first }) => first).map(({ only }) => only));
    const isSameForAll =
      ids.size === 1 &&
      users.size === 1 &&
      notWelcomed.size === 0 &&
      entries[0]?.only === undefined &&
      entries[0]?.except === undefined;
    this.#unchecked += common?.length ?? 0;
    const check = this.#unchecked >= CHECK_EVERY;
    if (check) this.#unchecked = 0;
    for (const socket of this.#sockets()) {
      const connection = isSameForAll ? undefined : connectionOf(socket);
      if (connection && notWelcomed.has(connection.id)) continue;
      const frame =
        connection && (ids.has(connection.id) || users.has(connection.identity.user))
          ? toFrame(entriesFor(connection, entries))
          : common;
      if (!write(socket, frame)) this.#close(peerOf(socket), CLOSE_REASONS.failed);
      else if (check) this.closeIfBehind(socket);
    }
    this.#timer = this.#timers.set(() => this.#next(), 0);
  }

  /** At most one flush per turn: events that arrived together leave together. */
  #next(): void {
    this.#scheduleWindow();
    this.#timer = null;
    if (this.#queue.length > 0) this.#flushWhenOpen();
  }

  /**
   * Sets the start of the next window by the generic cell rate algorithm (ITU-T I.371). The clock counts whole milliseconds, and most
   * flushes take less, but the sum is right.
   */
  #scheduleWindow(): void {
    if (this.#flushedAt === null) return;
    const now = Date.now();
    const startedAt = this.#flushedAt;
    const duration = now - startedAt;
    const cost = Math.min(duration, MAX_COST_GROWTH * Math.max(1, this.#lastCost));
    this.#lastCost = duration;
    this.#flushedAt = null;
    const maxWait = Math.min(Math.max(MAX_WINDOW, cost), FLUSH_WITHIN);
    this.#openAt = Math.min(Math.max(this.#openAt, startedAt - MAX_CREDIT) + WINDOW_FACTOR * cost, now + maxWait);
  }

  #flushWhenOpen(): void {
    const wait = this.#openAt - Date.now();
    if (wait > 0) this.#timer = this.#timers.set(() => this.#flush(), wait);
    else this.#flush();
  }
}

/** Returns whether the write was possible. A closed socket throws, too: that is cheaper than checking each one before. */
function write(to: { send(frame: string): unknown }, frame: string | undefined): boolean {
  if (frame === undefined) return true;
  try {
    to.send(frame);
    return true;
  } catch {
    return false;
  }
}

/** The entries for one peer: from its welcome on, if that is among them. */
function entriesFor({ id, identity }: Connection, entries: readonly Entry[]): Entry[] {
  const start = entries.findLastIndex(({ only, first }) => first && only === id);
  return entries
    .slice(Math.max(0, start))
    .filter(({ only, except }) => (only === undefined || only === id) && except !== identity.user);
}

/** One event as it is, several as an array (W12), undefined for none. */
function toFrame(entries: readonly Entry[]): string | undefined {
  if (entries.length < 2) return entries[0]?.json;
  return `[${entries.map(({ json }) => json).join(",")}]`;
}

/**
 * Bytes that wait for a peer. A runtime from before November 2026, such as that of `wrangler dev`, does not report them: there, a peer
 * that stops reading is closed only if it stops pinging, too.
 */
function unsent(socket: WebSocket): number {
  return (socket as WebSocket & { bufferedAmount?: number }).bufferedAmount ?? 0;
}
