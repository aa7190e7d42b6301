/** Pushes in the browser (W36): the question, the notifications of the service worker, and what a click on one opens. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./support/browser";
import { startEdgewise, type Edgewise } from "./support/edgewise";
import { Visitor } from "./support/people";
import { say } from "./support/program";
import { allowPushes, deliverPush, listNotifications, startPushService, workerOf } from "./support/push";
import type { Browser } from "playwright-core";
import type { Language } from "../../src/shared/languages";

let edgewise: Edgewise;
let browser: Browser;
let service: Awaited<ReturnType<typeof startPushService>>;
beforeAll(async () => {
  service = await startPushService();
  [edgewise, browser] = await Promise.all([startEdgewise({ vars: { PUSH_HOSTS: service.host } }), openBrowser()]);
});
afterAll(async () => {
  service?.stop();
  await Promise.all([edgewise?.stop(), browser?.close()]);
});

const visitor = (language: Language = "en") => Visitor.of(browser, edgewise.url, { serviceWorker: true, language });

const NOTE = { title: "Ben in /team/push", body: "Hello", channel: "team/push", id: 17, n: 1, url: "/team/push?m=17" };

it("W36 after one question, a person who looks elsewhere is told by a push, until they choose nothing", async () => {
  const ada = await visitor();
  await allowPushes(ada, service.host);
  await ada.opens("/told");
  await workerOf(ada);
  await ada.page.locator(".people").click();
  const list = ada.page.getByRole("dialog", { name: "People here" });
  const stored = ada.page.waitForResponse((response) => response.url().includes("/api/push/told"));
  await list.getByLabel("Every message").check();
  expect((await stored).status()).toBe(204);
  expect(await ada.page.evaluate(() => localStorage.getItem("edgewise:push"))).toContain('"told":{"wants":"all"');
  await say(edgewise.url, "told", ["seen"], "Ben");
  await ada.sees("seen");
  await ada.page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await say(edgewise.url, "told", ["not seen"], "Ben");
  await expect.poll(() => service.posts.length).toBe(1);
  const ended = ada.page.waitForResponse((response) => response.request().method() === "DELETE");
  await list.getByLabel("Nothing").check();
  expect((await ended).status()).toBe(204);
  expect(await ada.page.evaluate(() => localStorage.getItem("edgewise:push"))).toBe("{}");
});

it.each([
  ["the browser has blocked it", "denied", undefined, /blocks notifications/],
  ["an iPhone has it only in an installed app", "granted", "iPhone", /Home Screen/],
] as const)(
  "W36 where pushes are not possible, the choice stays as it was and says what to do: %s",
  async (_what, permission, device, words) => {
    const ada = await visitor();
    await allowPushes(ada, service.host, permission);
    if (device)
      await ada.page.addInitScript(() => {
        Reflect.deleteProperty(globalThis, "PushManager");
        Object.assign(navigator, { standalone: false });
      });
    await ada.opens("/blocked");
    await ada.page.getByRole("button", { name: "Settings" }).click();
    await ada.page.getByLabel("Mentions and answers").click();
    await ada.page.getByRole("alert").filter({ hasText: words }).waitFor();
    expect(await ada.page.getByLabel("Nothing").isChecked()).toBe(true);
  },
);

it("W36 while no page is open, the number on the app's icon is that of the messages in the notifications", async () => {
  const ada = await visitor();
  await ada.opens("/elsewhere");
  const worker = await workerOf(ada);
  await worker.evaluate(() => {
    const { registration, clients } = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      clients: { matchAll: () => Promise<unknown[]> };
    };
    const shown = new Map<string, unknown>();
    const badges: number[] = [];
    registration.showNotification = async (_title, options) => void shown.set(options!.tag!, options);
    registration.getNotifications = async (filter) =>
      Array.from(shown.values() as Iterable<Notification>).filter(({ tag }) => !filter?.tag || tag === filter.tag);
    clients.matchAll = async () => [];
    Object.assign(navigator, { setAppBadge: async (n: number) => void badges.push(n) });
    Object.assign(globalThis, { badges });
  });
  await deliverPush(ada, NOTE);
  await deliverPush(ada, { ...NOTE, n: 3 });
  await deliverPush(ada, { ...NOTE, channel: "team/other", url: "/team/other?m=2" });
  await expect.poll(() => worker.evaluate(() => (globalThis as unknown as { badges: number[] }).badges)).toEqual([1, 4, 5]);
});

it("W36 a notification has the sender's words, or the number of several messages in the page's language", async () => {
  const ada = await visitor("de");
  await ada.opens("/elsewhere");
  const worker = await workerOf(ada);
  const shown = await listNotifications(worker);
  await deliverPush(ada, NOTE);
  await deliverPush(ada, { ...NOTE, n: 3 });
  await expect.poll(shown).toMatchObject([
    { title: "Ben in /team/push", body: "Hello", tag: "team/push", renotify: true, data: { url: "/team/push?m=17" } },
    { title: "/team/push", body: "3 neue Nachrichten", tag: "team/push" },
  ]);
});

it("W36 a channel that is being read needs no notification", async () => {
  const ada = await visitor();
  await ada.opens("/team/push");
  const shown = await listNotifications(await workerOf(ada));
  await ada.page.bringToFront();
  await deliverPush(ada, NOTE);
  await deliverPush(ada, { ...NOTE, channel: "another" });
  await expect.poll(shown).toMatchObject([{ tag: "another" }]);
});

it("W36 a click on a notification focuses the channel's page at the message, or opens one", async () => {
  await say(edgewise.url, "team/click", ["one", "two"], "Ben");
  const ada = await visitor();
  await ada.opens("/team/click");
  const worker = await workerOf(ada);
  await worker.evaluate(() => {
    const done: string[] = [];
    const scope = globalThis as unknown as {
      clients: { openWindow: (url: string) => Promise<null> };
      WindowClient: { prototype: object };
    };
    Object.assign(scope.WindowClient.prototype, { focus: async () => done.push("focus") });
    scope.clients.openWindow = async (url) => (done.push(url), null);
    Object.assign(globalThis, { done });
  });
  const click = (channel: string) =>
    worker.evaluate((channel) => {
      const notification = { data: { channel, url: `/${channel}?m=1` }, close: () => undefined };
      dispatchEvent(Object.assign(new Event("notificationclick"), { notification, waitUntil: () => undefined }));
    }, channel);
  await click("team/click");
  await ada.page.waitForURL("**/team/click?m=1");
  await ada.page.locator(".message.linked", { hasText: "one" }).waitFor();
  await click("other");
  await expect
    .poll(() => worker.evaluate(() => (globalThis as unknown as { done: string[] }).done))
    .toEqual(["focus", "/other?m=1"]);
});
