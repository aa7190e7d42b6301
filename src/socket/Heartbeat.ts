/** Asks a socket again and again whether anyone is there, measures how long the answer takes, and tells when it is dead (W12). */

import { PING_EVERY, PONG_WITHIN } from "../shared/protocol";

/** ms for the pong when there is reason for doubt: the page woke up, the network changed, a timer came late. */
const CHECK_WITHIN = 3_000;
/** ms; a timer that runs this much after its time was held up: the machine slept, or the tab was throttled or frozen. */
const LATE = 500;
/** So many pongs of a connection make a plain mean; each later one counts `LAG_MIX`. */
const MEAN_OF = 4;
const LAG_MIX = 0.1;

/**
 * A ping goes out every 4 s, one at a time; without a pong for 9 s the socket is dead.
 *
 * Timers do not run while a machine sleeps, and rarely in a hidden tab. So there is only ever one, for what comes next if
 * nothing arrives; and when it comes late, the pong may be waiting right behind it: that is checked before all is given up.
 */
export class Heartbeat {
  /** Milliseconds from ping to pong, unknown before the first. */
  lag: number | undefined;

  #send: () => void = () => {};
  #unanswered: number[] = []; // when those pings were sent
  #pongs = 0; // of this connection
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0; // when the timer should run
  readonly #dead: () => void;
  readonly #measured: () => void;

  constructor(tell: { dead: () => void; measured: () => void }) {
    this.#dead = tell.dead;
    this.#measured = tell.measured;
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

  /** Finds out soon whether anyone is there. Never moves a deadline that is still ahead, however often it is called. */
  check(): void {
    const left = this.#unanswered.length > 0 ? this.#due - Date.now() : PONG_WITHIN;
    const soon = Math.min(PONG_WITHIN, CHECK_WITHIN + 2 * (this.lag ?? 0)); // a slow network is not a dead one
    this.#ask(left > 0 ? Math.min(left, soon) : soon, this.#dead);
  }

  pong(): void {
    const sentAt = this.#unanswered.shift(); // the oldest: answers come in order
    if (sentAt === undefined) return;
    const took = Math.max(0, Date.now() - sentAt); // clocks are set back at times
    const wait = Math.max(0, PING_EVERY - took);
    if (this.#unanswered.length === 0) this.#after(wait, (late) => (late ? this.check() : this.#ping()));
    if (took > PONG_WITHIN) return; // it slept in between: this does not measure the network
    const mix = ++this.#pongs > MEAN_OF ? LAG_MIX : 1 / this.#pongs;
    this.lag = (this.lag ?? 0) + mix * (took - (this.lag ?? 0));
    this.#measured();
  }

  #ping(): void {
    this.#ask(PONG_WITHIN, (late) => (late ? this.check() : this.#dead()));
  }

  #ask(within: number, orElse: (late: boolean) => void): void {
    this.#unanswered.push(Date.now());
    this.#send();
    this.#after(within, orElse);
  }

  #after(ms: number, next: (late: boolean) => void): void {
    clearTimeout(this.#timer);
    this.#due = Date.now() + ms;
    this.#timer = setTimeout(() => next(Date.now() - this.#due > LATE), ms);
  }
}
