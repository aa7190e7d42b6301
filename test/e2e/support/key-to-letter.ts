/** Measures the time from a key press to its letter on screen. */
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";

const EVERY = 200; // ms, between two keys

/** Types a letter, again and again until `end`, and returns how long each took from its key to the screen: in ms, sorted. */
export async function typesUntil(end: Promise<unknown>, page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const delays: number[] = [];
    Object.assign(globalThis, { delays });
    const box = document.querySelector("textarea")!;
    box.focus();
    let pressed = 0;
    box.addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), { capture: true });
    box.addEventListener("input", () => {
      const from = pressed;
      requestAnimationFrame(() => setTimeout(() => delays.push(performance.now() - from))); // the frame has been painted
    });
  });
  const over = new AbortController();
  void end.catch(() => undefined).then(() => over.abort());
  while (!over.signal.aborted) {
    await page.keyboard.press("a");
    await wait(EVERY);
  }
  const delays = await page.evaluate(() => (globalThis as unknown as { delays: number[] }).delays);
  return delays.map(Math.round).sort((a, b) => a - b);
}

/** The least of `sorted` that a `share` of them does not exceed. */
export const at = (sorted: readonly number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1]!;
