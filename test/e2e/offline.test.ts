/** The app without a network: it opens from what the service worker has kept, and it never stays old (W36). */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { openBrowser } from "./support/browser";
import { startEdgewise, type Edgewise } from "./support/edgewise";
import { Front } from "./support/front";
import { Owner } from "./support/owner";
import { Visitor } from "./support/people";
import { dispatchSync } from "./support/push";
import { say } from "./support/program";

let edgewise: Edgewise;
let browser: Browser;
beforeAll(async () => {
  [edgewise, browser] = await Promise.all([startEdgewise({ vars: { LIMITS_SCALE: 1000 } }), openBrowser()]);
});
afterAll(async () => {
  await Promise.all([edgewise?.stop(), browser?.close()]);
});

const visitor = (front: Front) => Visitor.of(browser, front.url, { serviceWorker: true });

/** Waits until the worker has kept the channel at `path` and all files, and the page its messages. */
async function kept({ page }: Visitor, path: string, messages: number): Promise<void> {
  await page.waitForFunction(async (path) => (await caches.match("/_kept")) && (await caches.match(path)), path);
  await expect.poll(() => seen(page, path.slice(1))).toBe(messages);
}

/** The number of messages that are kept of a channel. */
const seen = (page: Visitor["page"], channel: string) =>
  page.evaluate(async (channel) => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === "edgewise-seen")) return undefined; // opening it would make an empty one
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => request.addEventListener("success", () => resolve(request.result)));
    const database = await settled(indexedDB.open("edgewise-seen"));
    const kept = (await settled(database.transaction("channels").objectStore("channels").get(channel))) as
      | { messages: unknown[] }
      | undefined;
    database.close();
    return kept?.messages.length;
  }, channel);

it("without a network the app opens, reads and writes; what was written arrives once when it is back", async () => {
  await using front = await Front.of(edgewise.port);
  await say(edgewise.url, "train/home", ["The first.", "The second."], "Ben");
  const ada = await visitor(front);
  await ada.opens("/train/home");
  await say(edgewise.url, "train/home", ["Seen live."], "Ben");
  await ada.sees("Seen live.");
  await kept(ada, "/train/home", 3);
  await front.close();
  await ada.page.reload();
  expect((await ada.texts()).slice(0, 2)).toEqual(["The first.", "The second."]); // the page itself
  await ada.sees("Seen live.");
  await ada.page.locator(".connection-bar", { hasText: /You're offline\. Last update: \d+:\d\d/ }).waitFor();
  await ada.sends("From the tunnel.");
  await ada.page.locator(".message.pending", { hasText: "From the tunnel." }).waitFor();
  await ada.page.reload();
  await ada.page.locator(".message.pending", { hasText: "From the tunnel." }).waitFor();
  await ada.page.getByRole("button", { name: "Settings" }).click();
  await ada.page.getByRole("heading", { name: "Settings" }).waitFor();
  await ada.page.keyboard.press("Escape");
  await front.open();
  await ada.page.evaluate(() => dispatchEvent(new Event("online")));
  await ada.isOnline();
  await ada.sees("From the tunnel.");
  const ben = await Visitor.of(browser, edgewise.url);
  await ben.opens("/train/home");
  expect(await ben.texts()).toEqual(["The first.", "The second.", "Seen live.", "From the tunnel."]);
  expect(ada.page.console.filter((line) => line.startsWith("uncaught"))).toEqual([]);
});

it("what a closed page has left unsent is sent by the worker once there is a network, and once", async () => {
  await using front = await Front.of(edgewise.port);
  const ada = await visitor(front);
  await ada.opens("/train/other");
  await kept(ada, "/train/other", 0);
  await ada.opens("/train/sync");
  await ada.goesOffline();
  for (const text of ["Left behind.", "And this."]) await ada.sends(text);
  await ada.page.locator(".message.pending").nth(1).waitFor();
  await ada.visits("/train/other");
  await ada.page.context().setOffline(false);
  await ada.isOnline();
  await dispatchSync(ada);
  const ben = await Visitor.of(browser, edgewise.url);
  await ben.opens("/train/sync");
  await ben.sees("And this.");
  expect(await ben.texts()).toEqual(["Left behind.", "And this."]);
  await ada.opens("/train/sync");
  await ada.sends("Here again.");
  await ada.sees("Here again.");
  expect(await ada.texts()).toEqual(["Left behind.", "And this.", "Here again."]);
});

it("without a network the start page opens the channel that was kept last", async () => {
  await using front = await Front.of(edgewise.port);
  await say(edgewise.url, "train/start", ["Here."], "Ben");
  const ada = await visitor(front);
  await ada.opens("/train/start");
  await kept(ada, "/train/start", 1);
  await front.close();
  await ada.visits("/");
  await ada.sees("Here.");
  expect(new URL(ada.page.url()).pathname).toBe("/train/start");
  await front.open();
});

it("without a network, a channel that is not kept says so, and which ones are", async () => {
  await using front = await Front.of(edgewise.port);
  const ada = await visitor(front);
  await ada.opens("/train/known");
  await kept(ada, "/train/known", 0);
  await front.close();
  await ada.visits("/train/unknown");
  await ada.page.getByText(ada.words.keptPages.notKept).waitFor();
  await ada.page.getByRole("link", { name: "/train/known" }).click();
  await ada.page.locator(".composer-text").waitFor();
  await front.open();
});

it("up to 200 messages are kept of a public channel, and nothing of one that becomes private", async () => {
  await using front = await Front.of(edgewise.port);
  const owner = await Owner.of(edgewise.url, "train/private", ...Array.from({ length: 12 }, (_, n) => `message ${n}`));
  const ada = await visitor(front);
  await ada.opens("/train/private");
  await kept(ada, "/train/private", 12);
  await owner.does({ t: "set", d: { read: "members" } });
  await expect.poll(() => seen(ada.page, "train/private")).toBeUndefined();
  await expect.poll(() => ada.page.evaluate(async () => (await caches.match("/train/private")) === undefined)).toBe(true);
});

it("after a deploy no old page is shown, however many there are, and the files of the old build go", async () => {
  await using front = await Front.of(edgewise.port);
  const ada = await visitor(front);
  await ada.opens("/train/deploy");
  await kept(ada, "/train/deploy", 0);
  const [before] = await ada.page.evaluate(() => caches.keys());
  const build = before!.split(" ")[1]!;
  const next = build.replace(/./g, "0");
  front.edit = (_path, text) => text.replaceAll(build, next);
  await ada.page.reload();
  expect(await ada.page.evaluate(() => document.documentElement.dataset.build)).toBe(next);
  await expect.poll(() => ada.page.evaluate(() => caches.keys())).toEqual([`edgewise ${next}`]);
  await kept(ada, "/train/deploy", 0);
  expect(await ada.page.locator(".connection-bar", { hasText: "Edgewise was updated." }).count()).toBe(0);
});

/** Answers each page with "broken", and lets the rest pass. */
const BROKEN = `
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("fetch", (event) => {
    const isPage = event.request.mode === "navigate" && !event.request.url.includes("/api/");
    if (isPage) event.respondWith(new Response("broken"));
  });`;

it("GET /api/reset frees a browser from a broken worker, and leaves its cookies and unsent messages", async () => {
  await using front = await Front.of(edgewise.port);
  front.edit = (path, text) => (path === "/_sw.js" ? BROKEN : text);
  const ada = await visitor(front);
  await ada.opens("/train/reset");
  await ada.page.evaluate(() => navigator.serviceWorker.ready);
  await ada.goesOffline();
  await ada.sends("Not sent yet.");
  await ada.page.locator(".message.pending", { hasText: "Not sent yet." }).waitFor();
  await ada.page.goto("about:blank");
  const cookies = (await ada.page.context().cookies()).map(({ name, value }) => [name, value]);
  await ada.page.context().setOffline(false);
  await ada.visits("/train/reset");
  await ada.page.getByText("broken").waitFor();
  front.edit = (_path, text) => text;
  await ada.page.goto(`${front.url}/api/reset`, { waitUntil: "commit" }); // it leaves for the start page, perhaps before it is loaded
  await ada.page.waitForURL(`${front.url}/`);
  await ada.isOnline();
  await ada.opens("/train/reset");
  await ada.sees("Not sent yet.");
  expect((await ada.page.context().cookies()).map(({ name, value }) => [name, value])).toEqual(expect.arrayContaining(cookies));
});

it("a worker that finds a newer build without a worker that works ends itself", async () => {
  await using front = await Front.of(edgewise.port);
  const ada = await visitor(front);
  await ada.opens("/train/stuck");
  await kept(ada, "/train/stuck", 0);
  const [name] = await ada.page.evaluate(() => caches.keys());
  const build = name!.split(" ")[1]!;
  front.edit = (path, text) => (path === "/_sw.js" ? "throw new Error('broken')" : text.replaceAll(build, "next"));
  await ada.page.reload();
  await ada.isOnline();
  await expect.poll(() => ada.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

it("a page that takes longer than 3 s is replaced by the kept one, and one that takes less never is", async () => {
  await using front = await Front.of(edgewise.port);
  await say(edgewise.url, "train/slow", ["old"], "Ben");
  const ada = await visitor(front);
  await ada.opens("/train/slow");
  await kept(ada, "/train/slow", 1);
  front.edit = (path, text) => (path === "/train/slow" ? text.replace("<body>", '<body data-new="">') : text);
  front.delay = 1_000;
  await ada.page.reload();
  expect(await ada.page.locator("body[data-new]").count()).toBe(1);
  await ada.isOnline();
  front.edit = (path, text) => (path === "/train/slow" ? text.replace("<body>", '<body data-newer="">') : text);
  front.delay = 20_000;
  await ada.page.reload();
  expect(await ada.page.locator("body[data-newer]").count()).toBe(0);
  await ada.isOnline();
});
