/** What the runtime can do: a deployed Worker runs on a newer one than `wrangler dev`. */

/**
 * Whether it is of November 2026 or later (workerd 1.20261117.1 is, 1.20261023.1 is not). A WebSocket of such a one has the standard's
 * `bufferedAmount`, which workerd's types do not list yet, and its objects wait for timers without delay under load.
 */
export const IS_RECENT = "bufferedAmount" in WebSocket.prototype;
