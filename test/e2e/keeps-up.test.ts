/** A page with 1,000 messages a second for 10 s: it can be used, and does not grow. For its speed see test/bench/page.ts. */
import type { CDPSession } from "playwright-core";
import { expect, it } from "vitest";
import { openBrowser } from "./support/browser";
import { startEdgewise } from "./support/edgewise";
import { at, typesUntil } from "./support/key-to-letter";
import { Visitor } from "./support/people";
import { watchesMoves } from "./support/places";
import { talkEvenly } from "./support/program";
import { WINDOWS } from "./support/states";

const PER_SECOND = 1_000;
const SECONDS = 10;
const MAX_MESSAGES = 2_000; // messages that the page holds
const MAX_GROWTH = 16; // MB of memory

it(`stays usable and small at ${PER_SECOND} messages a second`, async () => {
  await using edgewise = await startEdgewise({ vars: { LIMITS_SCALE: 10_000 } });
  await using browser = await openBrowser();
  const ada = await Visitor.of(browser, edgewise.url);
  await ada.opens("/flood");
  const cdp = await ada.page.context().newCDPSession(ada.page);
  const before = await memory(cdp);

  const last = PER_SECOND * SECONDS;
  const flood = talkEvenly(edgewise.url, "flood", last, PER_SECOND);
  const delays = await typesUntil(flood, ada.page);
  const took = await flood;
  await ada.sees(`message ${last}`);
  expect(await ada.page.getByText(`message ${last}`, { exact: true }).isVisible()).toBe(true);

  const after = await memory(cdp);
  const held = await ada.page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>(".message")];
    const [above, below] = rows.slice(-2) as [HTMLElement, HTMLElement]; // the first row may have its author above it
    const pitch = below.getBoundingClientRect().top - above.getBoundingClientRect().top;
    return { rows: rows.length, messages: Math.round(document.querySelector(".scroller")!.scrollHeight / pitch) };
  });
  console.log(
    `${last} messages in ${(took / 1000).toFixed(1)} s. From key to letter, ms: median ${at(delays, 0.5)}, p95 ${at(delays, 0.95)}, ` +
      `max ${at(delays, 1)} of ${delays.length}. Memory ${before.heap.toFixed(1)} → ${after.heap.toFixed(1)} MB, ` +
      `DOM nodes ${before.nodes} → ${after.nodes}, rows ${held.rows}.`,
  );
  expect(delays.length).toBeGreaterThan(10);
  expect(after.heap - before.heap).toBeLessThan(MAX_GROWTH);
  expect(held.rows).toBeLessThan(130);
  expect(held.messages).toBeLessThan(MAX_MESSAGES + 5);

  await ada.page.locator(".scroller").focus();
  const oldest = () =>
    ada.page.evaluate(() =>
      Math.max(...Array.from(document.querySelectorAll(".message"), (row) => Number((row as HTMLElement).dataset.index))),
    );
  await expect
    .poll(async () => {
      await ada.page.keyboard.press("Home");
      const beforeGap = ada.page.locator(".older button"); // a page that fell behind too far has the latest messages after a gap
      if (await beforeGap.isVisible()) await beforeGap.click();
      return oldest();
    })
    .toBeGreaterThan(held.messages + 10); // what went comes back
  expect(ada.console).toEqual([]);
});

it("a reader who has scrolled up is not moved by a single pixel in any frame", async () => {
  await using edgewise = await startEdgewise({ vars: { LIMITS_SCALE: 10_000 } });
  await using browser = await openBrowser();
  await talkEvenly(edgewise.url, "flood", 100, PER_SECOND);
  const ada = await Visitor.of(browser, edgewise.url, WINDOWS.phone);
  await ada.opens("/flood");
  await ada.page.getByText("message 60", { exact: true }).scrollIntoViewIfNeeded();
  const moved = await watchesMoves(ada, "message 60");
  await talkEvenly(edgewise.url, "flood", 2_000, PER_SECOND, (i) => `again ${i}${" and some more words".repeat((i * 7) % 9)}`);
  const moves = await moved();
  expect(moves.length).toBeGreaterThan(5);
  expect(Math.max(...moves)).toBeLessThan(1);
});

/** What is still in use after a collection of garbage: MB of JavaScript's heap, and DOM nodes. */
async function memory(cdp: CDPSession): Promise<{ heap: number; nodes: number }> {
  await cdp.send("Performance.enable");
  await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { heap: value("JSHeapUsedSize") / 1e6, nodes: value("Nodes") };
}
