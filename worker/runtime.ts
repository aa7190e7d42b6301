/** The abilities of the runtime: a deployed Worker runs on a newer one than `wrangler dev`. */

/**
 * Whether the runtime is of November 2026 or later (workerd 1.20261117.1 is, 1.20261023.1 is not). Its WebSockets have the standard's
 * `bufferedAmount`, which workerd's types do not list yet, and under load its timers run without delay.
 */
export const IS_RECENT = "bufferedAmount" in WebSocket.prototype;
