/** How long to wait before the next attempt to connect (W15). */

export const FIRST_RETRY_WITHIN = 1_000; // ms
export const MAX_RETRY_WITHIN = 30_000; // ms
export const STEADY_AFTER = 10_000; // ms of being connected, then retries are counted afresh

/**
 * Milliseconds to wait after `tries` attempts that came to nothing: anything from 0 to a bound that doubles with each.
 * The whole wait is random, because a deploy cuts every socket at the same instant and they must not come back together.
 */
export function backoff(tries: number, random: () => number = Math.random): number {
  return random() * Math.min(MAX_RETRY_WITHIN, FIRST_RETRY_WITHIN * 2 ** tries);
}
