/** The wait before a reconnect. */

import { describe, expect, it } from "vitest";
import { backoff } from "../../../src/socket/backoff";

describe("W15 the wait before a reconnect", () => {
  it("W15 has a bound of 1 s, which doubles with each attempt, up to 30 s", () => {
    const longest = [0, 1, 2, 3, 4, 5, 6, 5_000].map((tries) => backoff(tries, () => 1));
    expect(longest).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("W15 is random between 0 and that bound, so that clients do not reconnect all at once", () => {
    expect(backoff(0, () => 0)).toBe(0);
    expect(backoff(10, () => 0)).toBe(0);
    expect(backoff(3, () => 0.5)).toBe(4_000);
    const waits = Array.from({ length: 10_000 }, () => backoff(4));
    expect(Math.min(...waits)).toBeLessThan(500);
    expect(Math.max(...waits)).toBeGreaterThan(15_500);
    expect(Math.max(...waits)).toBeLessThan(16_000);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / waits.length / 16_000).toBeCloseTo(0.5, 1);
  });
});
