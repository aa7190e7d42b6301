/** In-memory rate limits (W19). Eviction resets them: a user who waits that long has full buckets anyway. */
import { Rejection } from "../Rejection";

/** `burst` at once, then `perSecond`. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** The limits of a user, across all of their peers. */
const RATES = {
  chat: { burst: 10, perSecond: 2 },
  change: { burst: 20, perSecond: 4 },
} as const satisfies Record<string, Rate>;

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

  /** Takes a token and returns 0. If there is none, returns the milliseconds until there is one. */
  take(now = Date.now()): number {
    const fullAt = Math.max(this.#fullAt, now);
    const wait = fullAt - now - this.#slack;
    if (wait > 0) return Math.ceil(wait);
    this.#fullAt = fullAt + this.#interval;
    return 0;
  }

  isFull(now = Date.now()): boolean {
    return this.#fullAt <= now;
  }
}

/** The buckets of a channel's users. */
export class RateLimits {
  #scale: number;
  #buckets = new Map<string, Bucket>();

  /** `scale` multiplies each rate. It is 1 except in load tests. */
  constructor(scale: number) {
    this.#scale = scale;
  }

  /** Counts one event of a user. Throws a rejection with `retryAfter` if the limit is exceeded. */
  count(user: string, kind: keyof typeof RATES): void {
    const key = `${kind} ${user}`;
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      const { burst, perSecond } = RATES[kind];
      bucket = new Bucket({ burst: burst * this.#scale, perSecond: perSecond * this.#scale });
      this.#buckets.set(key, bucket);
    }
    const wait = bucket.take();
    if (wait > 0) throw new Rejection("rate_limited", undefined, wait);
  }

  /** Removes full buckets. */
  prune(): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull()) this.#buckets.delete(key);
  }
}

/** Counts events of one kind in windows of fixed length. */
export class Window {
  #since = 0;
  #count = 0;
  #length: number;

  /** `length` in milliseconds. */
  constructor(length: number) {
    this.#length = length;
  }

  /** Counts one event and returns how many this window has seen. */
  count(now = Date.now()): number {
    if (now - this.#since >= this.#length) {
      this.#since = now;
      this.#count = 0;
    }
    return ++this.#count;
  }
}
