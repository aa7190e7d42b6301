/** The way back through a channel's history, and what a page shows that was away for long. */
import { once } from "node:events";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser";
import { startEdgewise, type Edgewise } from "./edgewise";
import { Visitor } from "./people";

let edgewise: Edgewise;
let browser: Browser;

beforeAll(async () => {
  [edgewise, browser] = await Promise.all([startEdgewise({ vars: { LIMITS_SCALE: 1000 } }), openBrowser()]);
});
afterAll(async () => {
  await Promise.all([edgewise?.stop(), browser?.close()]);
});

/** A program that says `from` … `to`, and waits for its last echo. */
async function says(channel: string, from: number, to: number): Promise<void> {
  const socket = new WebSocket(`${edgewise.url.replace("http", "ws")}/_ws/${channel}`);
  await once(socket, "message");
  for (let i = from; i <= to; i++) socket.send(JSON.stringify({ t: "chat", d: { cid: `${i}`, text: `message ${i}` } }));
  for (;;) {
    const [{ data }] = (await once(socket, "message")) as [MessageEvent<string>];
    if (data.includes(`"message ${to}"`)) break;
  }
  socket.close();
}

/** Where the message is on screen: pixels from the top of the window. */
const topOf = async (ada: Visitor, text: string) =>
  (await ada.page.locator(".message", { has: ada.page.getByText(text, { exact: true }) }).boundingBox())!.y;

const scrollTo = (ada: Visitor, text: string) => ada.page.getByText(text, { exact: true }).scrollIntoViewIfNeeded();

it("W8 scrolling up loads older messages, 50 at a time, to the first; what is on screen stays where it is", async () => {
  await says("scrolling", 1, 230);
  const ada = await Visitor.of(browser, edgewise.url, { width: 390, height: 844 });
  await ada.opens("/scrolling");
  await ada.sees("message 230");
  expect(await ada.texts()).toHaveLength(50);
  for (const [reach, count] of [
    [182, 100],
    [132, 150],
    [82, 200],
    [32, 230],
  ] as const) {
    await scrollTo(ada, `message ${reach}`);
    const before = await topOf(ada, `message ${reach}`);
    await ada.page.getByText(`message ${230 - count + 1}`, { exact: true }).waitFor({ state: "attached" });
    expect(Math.abs((await topOf(ada, `message ${reach}`)) - before)).toBeLessThan(1);
    expect(await ada.texts()).toHaveLength(count);
  }
  expect(await ada.texts()).toEqual(Array.from({ length: 230 }, (_, i) => `message ${i + 1}`));
  expect(ada.console).toEqual([]);
});

it("a reader further up is not moved by what is said below; at the end the list follows", async () => {
  await says("following", 1, 40);
  const ada = await Visitor.of(browser, edgewise.url);
  await ada.opens("/following");
  await says("following", 41, 42);
  await ada.sees("message 42");
  expect(await ada.page.getByText("message 42").isVisible()).toBe(true);
  await scrollTo(ada, "message 10");
  const before = await topOf(ada, "message 10");
  await says("following", 43, 45);
  await ada.sees("message 45");
  expect(Math.abs((await topOf(ada, "message 10")) - before)).toBeLessThan(1);
});

it("W3 a page that was away for more than 500 changes shows the latest 50, and says that some were skipped", async () => {
  await says("away", 1, 60);
  const ada = await Visitor.of(browser, edgewise.url);
  await ada.opens("/away");
  await ada.sees("message 60");
  await ada.page.context().setOffline(true);
  await ada.isOffline();
  await says("away", 61, 620);
  await ada.page.context().setOffline(false);
  await ada.sees("message 620");
  expect((await ada.texts())[0]).toBe("message 571");
  await ada.page.getByText("Older messages were skipped").waitFor({ state: "attached" });
  await ada.page.getByRole("button", { name: "Load" }).click();
  await ada.page.getByText("message 521", { exact: true }).waitFor({ state: "attached" });
  expect(await ada.page.getByText("Older messages were skipped").count()).toBe(0);
});
