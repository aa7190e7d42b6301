/** Pings a socket, measures the lag, and detects a dead connection (W12). */

import { PING_EVERY, PONG_WITHIN } from "../shared/protocol";

/** ms for the pong if the connection is in doubt: the page woke up, the network changed, or a timer ran late. */
const CHECK_TIMEOUT = 3_000;
/** ms; a timer that runs later than this was delayed: the machine slept, or the tab was throttled or frozen. */
const LATE = 500;
/** The lag is the mean of the first pongs of a connection. Then each pong counts with this weight in a moving average. */
const MEAN_OF = 4; // pongs
const LAG_WEIGHT = 0.1;

/**
 * Sends a ping every 4 s. If no pong comes for 9 s, the connection is dead.
 *
 * Timers do not run while a machine sleeps, and rarely in a hidden tab. So there is only one timer, for the next step. If it runs
 * late, the pong may be waiting right behind it: one more ping checks that before the connection is given up.
 */
export class Heartbeat {
  /** Milliseconds from ping to pong; undefined before the first pong. */
  lag: number | undefined;

  #send: () => void = () => {};
  #unanswered: number[] = []; // the times of the unanswered pings (Unix ms)
  #pongs = 0; // of this connection
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0; // when the timer is to run (Unix ms)
  readonly #onDead: () => void;
  readonly #onLag: () => void;

  constructor({ onDead, onLag }: { onDead: () => void; onLag: () => void }) {
    this.#onDead = onDead;
    this.#onLag = onLag;
  }

  start(ping: () => void): void {
    this.stop();
    this.#send = ping;
    this.#ping();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#unanswered = [];
    this.#pongs = 0;
  }

  /** Checks the connection soon. Never postpones a deadline, however often it is called. */
  check(): void {
    const left = this.#unanswered.length > 0 ? this.#due - Date.now() : PONG_WITHIN;
    const soon = Math.min(PONG_WITHIN, CHECK_TIMEOUT + 2 * (this.lag ?? 0)); // a slow network is not a dead one
    this.#pingAndWait(left > 0 ? Math.min(left, soon) : soon, this.#onDead);
  }

  pong(): void {
    const sentAt = this.#unanswered.shift(); // the oldest one, because pongs come in order
    if (sentAt === undefined) return;
    const took = Math.max(0, Date.now() - sentAt); // the system clock can be set back
    const wait = Math.max(0, PING_EVERY - took);
    if (this.#unanswered.length === 0) this.#after(wait, (late) => (late ? this.check() : this.#ping()));
    if (took > PONG_WITHIN) return; // the machine slept meanwhile: this is not the lag of the network
    const weight = ++this.#pongs > MEAN_OF ? LAG_WEIGHT : 1 / this.#pongs;
    this.lag = (this.lag ?? 0) + weight * (took - (this.lag ?? 0));
    this.#onLag();
  }

  #ping(): void {
    this.#pingAndWait(PONG_WITHIN, (late) => (late ? this.check() : this.#onDead()));
  }

  #pingAndWait(timeout: number, onTimeout: (late: boolean) => void): void {
    this.#unanswered.push(Date.now());
    this.#send();
    this.#after(timeout, onTimeout);
  }

  #after(ms: number, next: (late: boolean) => void): void {
    clearTimeout(this.#timer);
    this.#due = Date.now() + ms;
    this.#timer = setTimeout(() => next(Date.now() - this.#due > LATE), ms);
  }
}
