/** A page under a flood: 1,000 messages a second for 10 s. Whoever writes in it notices nothing, and it does not grow. */
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openBrowser } from "./browser";
import { startEdgewise } from "./edgewise";
import { Visitor } from "./people";
import { WINDOWS } from "./states";

const PER_SECOND = 1_000;
const SECONDS = 10;
const TICK = 20; // ms, between two loads of messages
const ANSWER_WITHIN = 100; // ms, from a key to its letter on screen
const MOST = 2_000; // messages that the page holds
const MAX_GROWTH = 16; // MB of memory

it(`stays usable and small at ${PER_SECOND} messages a second`, async () => {
  await using edgewise = await startEdgewise({ vars: { LIMITS_SCALE: 10_000 } });
  await using browser = await openBrowser();
  const ada = await Visitor.of(browser, edgewise.url);
  await ada.opens("/flood");
  const cdp = await ada.page.context().newCDPSession(ada.page);
  const before = await memory(cdp);

  const last = PER_SECOND * SECONDS;
  const flood = floods(`${edgewise.url.replace("http", "ws")}/_ws/flood`, last);
  const delays = await typing(ada.page, flood);
  const took = await flood;
  await ada.sees(`message ${last}`);
  expect(await ada.page.getByText(`message ${last}`, { exact: true }).isVisible()).toBe(true);

  const after = await memory(cdp);
  const held = await ada.page.evaluate(() => {
    const rows = document.querySelectorAll<HTMLElement>(".message");
    const pitch = rows[1]!.getBoundingClientRect().top - rows[0]!.getBoundingClientRect().top;
    return { rows: rows.length, messages: Math.round(document.querySelector(".scroller")!.scrollHeight / pitch) };
  });
  console.log(
    `${last} messages in ${(took / 1000).toFixed(1)} s. From key to letter, ms: median ${at(delays, 0.5)}, p95 ${at(delays, 0.95)}, ` +
      `max ${at(delays, 1)} of ${delays.length}. Memory ${before.heap.toFixed(1)} → ${after.heap.toFixed(1)} MB, ` +
      `DOM nodes ${before.nodes} → ${after.nodes}, rows ${held.rows}.`,
  );
  expect(delays.length).toBeGreaterThan(10);
  expect(at(delays, 0.95)).toBeLessThanOrEqual(ANSWER_WITHIN);
  expect(after.heap - before.heap).toBeLessThan(MAX_GROWTH);
  expect(held.rows).toBeLessThan(130);
  expect(held.messages).toBeLessThan(MOST + 5);

  await ada.page.locator(".scroller").focus();
  await ada.page.keyboard.press("Home");
  await ada.page.locator(`.message[data-index="${held.messages + 10}"]`).waitFor({ state: "attached" }); // what went comes back
  expect(ada.console).toEqual([]);
});

it("a reader further up is not moved by a single pixel, in no frame", async () => {
  await using edgewise = await startEdgewise({ vars: { LIMITS_SCALE: 10_000 } });
  await using browser = await openBrowser();
  const url = `${edgewise.url.replace("http", "ws")}/_ws/flood`;
  await floods(url, 100);
  const ada = await Visitor.of(browser, edgewise.url, WINDOWS.phone);
  await ada.opens("/flood");
  await ada.page.getByText("message 60", { exact: true }).scrollIntoViewIfNeeded();
  await ada.page.evaluate(() => {
    const moves: number[] = [];
    Object.assign(globalThis, { moves });
    const row = [...document.querySelectorAll<HTMLElement>(".message")].find(({ innerText }) =>
      innerText.endsWith("message 60"),
    )!;
    const { top } = row.getBoundingClientRect();
    const look = () => {
      moves.push(row.isConnected ? Math.abs(row.getBoundingClientRect().top - top) : Infinity);
      requestAnimationFrame(() => setTimeout(look)); // what the frame has shown
    };
    look();
  });
  await floods(url, 2_000, (i) => `again ${i}${" and some more words".repeat((i * 7) % 9)}`);
  const moves = await ada.page.evaluate(() => (globalThis as unknown as { moves: number[] }).moves);
  expect(moves.length).toBeGreaterThan(20);
  expect(Math.max(...moves)).toBeLessThan(1);
});

/** Says `message 1` to `message <last>`, or other texts, at an even pace, and waits for the last echo; returns how long it took. */
async function floods(url: string, last: number, text = (i: number) => `message ${i}`): Promise<number> {
  const socket = new WebSocket(url);
  await once(socket, "message");
  const echoed = new Promise<void>((resolve) =>
    socket.addEventListener("message", ({ data }: MessageEvent<string>) => data.includes(`"${text(last)}"`) && resolve()),
  );
  const started = performance.now();
  for (let i = 0; i < last;) {
    const due = Math.min(last, Math.ceil(((performance.now() - started) / 1000) * PER_SECOND));
    while (i < due) socket.send(JSON.stringify({ t: "chat", d: { cid: `${++i}`, text: text(i) } }));
    await wait(TICK);
  }
  await echoed;
  socket.close();
  return performance.now() - started;
}

/** Types a letter, again and again until the flood is over, and returns how long each took from its key to the screen, in ms. */
async function typing(page: Page, flood: Promise<unknown>): Promise<number[]> {
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
  void flood.catch(() => undefined).then(() => over.abort());
  while (!over.signal.aborted) {
    await page.keyboard.press("a");
    await wait(200);
  }
  const delays = await page.evaluate(() => (globalThis as unknown as { delays: number[] }).delays);
  return delays.map(Math.round).sort((a, b) => a - b);
}

/** What is still in use after a collection of garbage: MB of JavaScript's heap, and DOM nodes. */
async function memory(cdp: CDPSession): Promise<{ heap: number; nodes: number }> {
  await cdp.send("Performance.enable");
  await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { heap: value("JSHeapUsedSize") / 1e6, nodes: value("Nodes") };
}

const at = (sorted: number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1]!;
