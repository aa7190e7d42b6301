/** A rate limit: so many at once, then so many a second. */

/** `burst` at once, then `perSecond`. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** ms by which a time may be off: Unix times have room for thousandths of a ms only, and intervals such as 1000 / 6 add up. */
const ROUNDING = 0.1;

/**
 * A token bucket, stored as the time at which it will be full again: the generic cell rate algorithm
 * (https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm). Times are Unix milliseconds.
 */
export class Bucket {
  /** ms until one token comes back. */
  #interval: number;
  /** ms before `#fullAt` at which the last token can be taken. */
  #slack: number;
  #fullAt = 0;

  constructor({ burst, perSecond }: Rate) {
    this.#interval = 1000 / perSecond;
    this.#slack = (burst - 1) * this.#interval;
  }

  /** Takes `tokens` and returns 0. If there are too few, takes none, and returns the milliseconds until there are enough. */
  take(now = Date.now(), tokens = 1): number {
    const wait = this.wait(now, tokens);
    if (wait === 0) this.#fullAt = Math.max(this.#fullAt, now) + tokens * this.#interval;
    return wait;
  }

  /** The milliseconds until there are `tokens`, or 0. */
  wait(now = Date.now(), tokens = 1): number {
    return Math.max(0, Math.ceil(Math.max(this.#fullAt, now) - now - this.#slack + (tokens - 1) * this.#interval - ROUNDING));
  }

  isFull(now = Date.now()): boolean {
    return this.#fullAt <= now;
  }
}
