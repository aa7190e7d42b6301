/**
 * The one path from the channel to its peers. An event is serialised once; what becomes ready while a flush window is
 * open leaves as one frame (W13); a slow or broken peer harms nobody else.
 */
import type { Peer } from "crossws";
import { FLUSH_WITHIN, MAX_UNSENT, type ServerEvent } from "../../src/shared/protocol";
import { type End, type Endable, endOf, peerAt } from "../peer";
import type { Timer, Timers } from "../timers";

/** Flushing may take one part in so many of the object's time. */
const SHARE = 4;

/** A channel that was quiet has saved up so much of its time: the first few events in a row leave at once. */
const CREDIT = FLUSH_WITHIN; // ms

/** A flush counts for no more than so many times the one before: what takes longer is not its cost, but a pause, as to collect garbage. */
const STEADY = 2;

/** UTF-16 units sent to everyone between two looks at who is behind: to ask each socket each time costs as much as to send. */
const LOOK_EVERY = 65_536;

const FAILED = "The connection failed. Reconnect to catch up.";
const BEHIND = "You are too far behind. Reconnect to catch up.";

interface Entry {
  json: string;
  /** The peer it is for, by id; everyone where absent. */
  only?: string;
  /** The user it is not for, by id. */
  except?: string | undefined;
  /** Whether it is a welcome: nothing that is older is for that peer. */
  first?: boolean;
}

export class FanOut {
  #sockets: () => WebSocket[];
  #timers: Timers;
  #end: (peer: Endable, reason: string) => void;
  #queue: Entry[] = [];
  /** Set while the queue is waiting, or a flush is being measured. Never when there is nothing to do: the object could not sleep. */
  #timer: Timer | null = null;
  /** When the flush began that is being measured (Unix ms). */
  #flushedAt: number | null = null;
  /** What the last flush took (ms). */
  #took = Infinity;
  /** When the next flush may leave (Unix ms); the longer ago, the more has been saved up. */
  #openAt = 0;
  /** Sent since the last look at who is behind. */
  #unlooked = 0;

  /** `sockets` lists the live sockets: the runtime's own list, so it is right after a wake as well. `end` ends a peer, to come back later. */
  constructor(sockets: () => WebSocket[], timers: Timers, end: (peer: Endable, reason: string) => void) {
    this.#sockets = sockets;
    this.#timers = timers;
    this.#end = end;
  }

  /** Sends `event` to every peer, but to none of the user `except`. */
  send(event: ServerEvent, except?: string): void {
    this.#queue.push({ json: JSON.stringify(event), except });
    if (this.#timer === null) this.#flushWhenOpen();
  }

  /** Sends a serialised event to one peer, after all that was sent before. A `first` one is the first that this peer gets. */
  sendTo(peer: Peer, json: string, first = false): void {
    if (this.#queue.length > 0) this.#queue.push({ json, only: peer.id, first });
    else if (!write(peer, json)) this.#end(peer, FAILED);
  }

  /** Sends what waits for the window now: who is about to be closed would not get it any more. */
  hurry(): void {
    if (this.#queue.length === 0) return;
    this.#timers.clear(this.#timer);
    this.#flush();
  }

  /**
   * To be called as the object turns to something else. A deployed Worker's clock stands still while it computes: what a flush has
   * cost shows once it has moved, by a timer at the latest; but under a flood that timer comes late, and all the flood would count.
   */
  measure(): void {
    if (this.#flushedAt !== Date.now()) this.#pace();
  }

  /** Ends a peer that has too much unsent, and says whether it did. Nobody else looks at what is sent to one peer alone. */
  endIfBehind(socket: WebSocket): boolean {
    if (unsent(socket) <= MAX_UNSENT) return false;
    this.#end(peerAt(socket), BEHIND);
    return true;
  }

  #flush(): void {
    const entries = this.#queue;
    this.#queue = [];
    this.#flushedAt = Date.now();
    const everyones = frame(entries.filter(({ only }) => only === undefined));
    const ids = new Set(entries.map(({ only }) => only));
    const users = new Set(entries.map(({ except }) => except));
    const allAlike = ids.size === 1 && users.size === 1 && entries[0]?.only === undefined && entries[0]?.except === undefined;
    this.#unlooked += everyones?.length ?? 0;
    const look = this.#unlooked >= LOOK_EVERY;
    if (look) this.#unlooked = 0;
    for (const socket of this.#sockets()) {
      const end = allAlike ? undefined : endOf(socket);
      const its = end && (ids.has(end.id) || users.has(end.identity.user)) ? frame(entriesFor(end, entries)) : everyones;
      if (!write(socket, its)) this.#end(peerAt(socket), FAILED);
      else if (look) this.endIfBehind(socket);
    }
    this.#timer = this.#timers.set(() => this.#next(), 0);
  }

  /** One flush a turn at most: what arrived together leaves together. */
  #next(): void {
    this.#pace();
    this.#timer = null;
    if (this.#queue.length > 0) this.#flushWhenOpen();
  }

  /**
   * Opens the next window, by the generic cell rate algorithm (ITU-T I.371). The clock counts whole milliseconds, and most flushes
   * take less; in the sum it is right.
   */
  #pace(): void {
    if (this.#flushedAt === null) return;
    const now = Date.now();
    const startedAt = this.#flushedAt;
    const took = now - startedAt;
    const cost = Math.min(took, STEADY * Math.max(1, this.#took));
    this.#took = took;
    this.#flushedAt = null;
    this.#openAt = Math.min(Math.max(this.#openAt, startedAt - CREDIT) + SHARE * cost, now + FLUSH_WITHIN);
  }

  #flushWhenOpen(): void {
    const wait = this.#openAt - Date.now();
    if (wait > 0) this.#timer = this.#timers.set(() => this.#flush(), wait);
    else this.#flush();
  }
}

/** Whether it could be written to. One that was closed already throws as well: that is cheaper than to ask each first. */
function write(to: { send(frame: string): unknown }, frame: string | undefined): boolean {
  if (frame === undefined) return true;
  try {
    to.send(frame);
    return true;
  } catch {
    return false;
  }
}

/** What of `entries` is for this peer: from its welcome on, if that is among them. */
function entriesFor({ id, identity }: End, entries: readonly Entry[]): Entry[] {
  const start = entries.findLastIndex(({ only, first }) => first && only === id);
  return entries
    .slice(Math.max(0, start))
    .filter(({ only, except }) => (only === undefined || only === id) && except !== identity.user);
}

/** One event as it is, several as an array (W12); nothing for none. */
function frame(entries: readonly Entry[]): string | undefined {
  if (entries.length < 2) return entries[0]?.json;
  return `[${entries.map(({ json }) => json).join(",")}]`;
}

/**
 * Bytes that wait for a peer. A runtime from before November 2026, as that of `wrangler dev`, does not tell: there, who reads no more is
 * ended only if it pings no more either.
 */
function unsent(socket: WebSocket): number {
  return (socket as WebSocket & { bufferedAmount?: number }).bufferedAmount ?? 0;
}
