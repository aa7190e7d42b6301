/** How much is too much (W19): counted in memory, because who waits until the object sleeps has waited long enough. */
import { Refused } from "../Rejection";

/** So many at once, then so many a second. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** What users may do, each across all of their peers. */
const RATES = {
  chat: { burst: 10, perSecond: 2 },
  change: { burst: 20, perSecond: 4 },
} as const satisfies Record<string, Rate>;

/**
 * A token bucket, kept as the one instant at which it will be full again: the generic cell rate algorithm
 * (https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm). Times are Unix milliseconds.
 */
export class Bucket {
  /** ms that one token takes to come back. */
  #interval: number;
  /** ms that the bucket can be behind and still give a token. */
  #slack: number;
  #fullAt = 0;

  constructor({ burst, perSecond }: Rate) {
    this.#interval = 1000 / perSecond;
    this.#slack = (burst - 1) * this.#interval;
  }

  /** Takes a token; returns 0, or, where there is none, the milliseconds until there is one. */
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
export class Limits {
  #scale: number;
  #buckets = new Map<string, Bucket>();

  /** `scale` multiplies each rate: 1, but in a load test. */
  constructor(scale: number) {
    this.#scale = scale;
  }

  /** Counts one `kind` of thing that `user` does; throws a refusal that says when to try again. */
  count(user: string, kind: keyof typeof RATES): void {
    const key = `${kind} ${user}`;
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      const { burst, perSecond } = RATES[kind];
      bucket = new Bucket({ burst: burst * this.#scale, perSecond: perSecond * this.#scale });
      this.#buckets.set(key, bucket);
    }
    const wait = bucket.take();
    if (wait > 0) throw new Refused("rate_limited", "That was a lot at once. It can be sent again in a moment.", wait);
  }

  /** Forgets users whose buckets are full again. */
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
