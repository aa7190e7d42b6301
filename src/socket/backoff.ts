/** The wait before the next attempt to connect (W15): exponential backoff with full jitter. */

export const FIRST_RETRY_WITHIN = 1_000; // ms
export const MAX_RETRY_WITHIN = 30_000; // ms
export const STABLE_AFTER = 10_000; // ms online; then the waits start again from the shortest

/**
 * Milliseconds to wait after `attempts` failed attempts: random between 0 and a bound that doubles with each attempt. The whole
 * wait is random, because a deploy cuts all sockets at the same instant, and they must not reconnect together.
 */
export function backoff(attempts: number, random: () => number = Math.random): number {
  return random() * Math.min(MAX_RETRY_WITHIN, FIRST_RETRY_WITHIN * 2 ** attempts);
}
