/** In-memory rate limits (W19, W30). Eviction resets them: a user who waits that long has full buckets anyway. */
import { MAX_REPORTS_PER_HOUR, type Reason } from "../../src/shared/protocol";
import { Bucket, type Rate } from "../Bucket";
import { Rejection } from "../Rejection";

const RATES = {
  /** Of a user, across all of their peers. */
  chat: { burst: 10, perSecond: 2 },
  change: { burst: 20, perSecond: 4 },
  /** Of a user who has never written here, in their first minute. */
  newcomer: { burst: 3, perSecond: 0.5 },
  /** Of all users at one place, together. */
  place: { burst: 30, perSecond: 6 },
} as const satisfies Record<string, Rate>;

const REASONS: Partial<Record<keyof typeof RATES, Reason>> = {
  newcomer: "newcomer",
  place: "busy_address",
};

const HOUR = 60 * 60_000; // ms

/** ms from a newcomer's first message. */
const NEWCOMER_FOR = 60_000;

/** The buckets of a channel's users and places. */
export class RateLimits {
  #scale: number;
  #buckets = new Map<string, Bucket>();
  /** By user: when their first message came (Unix ms). */
  #newcomers = new Map<string, number>();
  /** By user: when they reported messages in the last hour (Unix ms). */
  #reports = new Map<string, readonly number[]>();

  /** `scale` multiplies each rate. It is 1 except in load tests. */
  constructor(scale: number) {
    this.#scale = scale;
  }

  /** Counts an event of a user, which costs so many tokens. Throws a rejection with `retryAfter` if the limit is exceeded. */
  count(user: string, kind: keyof typeof RATES, tokens = 1): void {
    const retryAfter = this.#bucket(kind, user).take(Date.now(), tokens);
    if (retryAfter > 0) throw new Rejection("rate_limited", REASONS[kind], { retryAfter });
  }

  /** Counts a new message also for the user's place, and as one of a newcomer. `isNew` tells whether the user has never written. */
  countMessage(user: string, place: string | undefined, isNew: () => boolean): void {
    const now = Date.now();
    const limits: [keyof typeof RATES, string][] = [
      ...(this.#isNewcomer(user, isNew, now) ? [["newcomer", user] as ["newcomer", string]] : []),
      ...(place === undefined ? [] : [["place", place] as ["place", string]]),
    ];
    for (const [kind, key] of limits) {
      const retryAfter = this.#bucket(kind, key).wait(now);
      if (retryAfter > 0) throw new Rejection("rate_limited", REASONS[kind], { retryAfter });
    }
    for (const [kind, key] of limits) this.#bucket(kind, key).take(now); // only if all of them allow it
  }

  /** Counts a report. `stored` are the times of the user's reports that are stored: they outlive an eviction, but end with their message. */
  countReport(user: string, stored: () => readonly number[]): void {
    const now = Date.now();
    const times = (this.#reports.get(user) ?? stored()).filter((at) => now - at < HOUR);
    const max = MAX_REPORTS_PER_HOUR * this.#scale;
    if (times.length >= max) throw new Rejection("rate_limited", "much_reporting", { retryAfter: times.at(-max)! + HOUR - now });
    this.#reports.set(user, [...times, now]);
  }

  /** Removes full buckets. */
  prune(): void {
    const now = Date.now();
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key);
    for (const [user, since] of this.#newcomers) if (now - since >= NEWCOMER_FOR) this.#newcomers.delete(user);
    for (const [user, times] of this.#reports) if (now - times.at(-1)! >= HOUR) this.#reports.delete(user);
  }

  #isNewcomer(user: string, isNew: () => boolean, now: number): boolean {
    const since = this.#newcomers.get(user);
    if (since !== undefined) return now - since < NEWCOMER_FOR;
    if (!isNew()) return false;
    this.#newcomers.set(user, now);
    return true;
  }

  #bucket(kind: keyof typeof RATES, key: string): Bucket {
    const id = `${kind} ${key}`;
    let bucket = this.#buckets.get(id);
    if (!bucket) {
      const { burst, perSecond } = RATES[kind];
      bucket = new Bucket({ burst: burst * this.#scale, perSecond: perSecond * this.#scale });
      this.#buckets.set(id, bucket);
    }
    return bucket;
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
