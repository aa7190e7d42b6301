/** What a page reports that is not read: it is hidden, or another window has the focus. */
import { expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { say } from "./support/program";
import { setupSite } from "./support/site";

const site = setupSite();
const { visitor } = site;

/** As if the tab went to the back, or came to the front, or another window beside it got the focus. Playwright gives each page the focus. */
const becomes = (who: Visitor, state: "hidden" | "visible" | "unfocused") =>
  who.page.evaluate((state) => {
    const visibilityState = state === "hidden" ? "hidden" : "visible";
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => visibilityState });
    Object.defineProperty(document, "hasFocus", { configurable: true, value: () => state === "visible" });
    document.dispatchEvent(new Event("visibilitychange"));
    window.dispatchEvent(new Event(state === "visible" ? "focus" : "blur"));
  }, state);

/** Waits until the notifications are loaded, which happens when the page is idle. */
async function watches(visitor: Visitor): Promise<void> {
  await visitor.hasLoaded("when-idle");
  await visitor.page.evaluate(() => new Promise<unknown>((rests) => requestIdleCallback(rests)));
}

it("a tab that is hidden or has no focus shows the number of new messages in its title and icon, until it is read", async () => {
  const [ada, ben] = await Promise.all([visitor(), visitor()]);
  await Promise.all([ada.opens("/hidden"), ben.opens("/hidden")]);
  await watches(ada);
  const icon = () => ada.page.locator("link[rel=icon]").getAttribute("href");
  await ben.sends("while you look");
  await ada.sees("while you look");
  expect(await ada.page.title()).toBe("hidden · Edgewise");
  await becomes(ada, "hidden");
  for (const text of ["one", "two"]) await ben.sends(text);
  await ada.page.waitForFunction(() => document.title === "(2) hidden · Edgewise");
  expect(await icon()).toBe("/favicon-unread.svg");
  await becomes(ada, "visible");
  await ada.page.waitForFunction(() => document.title === "hidden · Edgewise");
  expect(await icon()).toBe("/favicon.svg");
  await becomes(ada, "unfocused");
  await ben.sends("beside you");
  await ada.page.waitForFunction(() => document.title === "(1) hidden · Edgewise");
  await ada.page.getByText("New messages").waitFor();
  await becomes(ada, "visible");
  await ada.page.waitForFunction(() => document.title === "hidden · Edgewise");
});

it("a channel that is opened in a hidden tab has no new messages until one arrives", async () => {
  const ada = await (await visitor()).opens("/hidden/from");
  await say(site.url, "hidden/to", ["one", "two", "three"]);
  await watches(ada);
  await becomes(ada, "hidden");
  const box = ada.page.getByLabel("Open another channel");
  await box.fill("hidden/to");
  await box.press("Enter");
  await ada.sees("three");
  await say(site.url, "hidden/to", ["four"]);
  await ada.page.waitForFunction(() => document.title === "(1) hidden/to · Edgewise");
});

it("a message that was read in another window of the same browser is not reported in the hidden one", async () => {
  const ada = await visitor();
  await ada.page.addInitScript(() => {
    const shown: string[] = [];
    class FakeNotification extends EventTarget {
      constructor(_title: string, { body }: { body: string }) {
        super();
        shown.push(body);
      }
    }
    Object.assign(globalThis, { shown, Notification: FakeNotification });
    localStorage.setItem("edgewise:settings", JSON.stringify({ notifications: true }));
  });
  await ada.opens("/hidden/windows");
  await ada.isCalled("Ada");
  const other = await (await ada.inAnotherTab()).opens("/hidden/windows");
  await Promise.all([ada, other].map(watches));
  await becomes(ada, "hidden");
  await say(site.url, "hidden/windows", ["@Ada **one**"]);
  await Promise.all([ada, other].map((tab) => tab.sees("one")));
  await ada.page.waitForFunction(() => document.title === "hidden/windows · Edgewise");
  await becomes(other, "hidden");
  await say(site.url, "hidden/windows", ["@Ada **two**"]);
  await ada.page.waitForFunction(() => (globalThis as unknown as { shown: string[] }).shown.includes("@Ada two"));
  expect(await ada.page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)).toEqual(["@Ada two"]);
});

it("a mention in a hidden tab shows a notification, if the user turned that on and the browser allows it", async () => {
  const [ada, ben] = await Promise.all([visitor(), visitor()]);
  await ada.page.addInitScript(() => {
    const shown: string[] = [];
    class FakeNotification extends EventTarget {
      static permission = "granted";
      static requestPermission = async () => (shown.push("asked"), "granted");
      constructor(title: string, { body }: { body: string }) {
        super();
        shown.push(`${title}: ${body}`);
      }
    }
    Object.assign(globalThis, { shown, Notification: FakeNotification });
  });
  const shown = () => ada.page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
  await Promise.all([ada.opens("/mention"), ben.opens("/mention")]);
  await Promise.all([ada.isCalled("Ada"), ben.isCalled("Ben")]);
  await watches(ada);
  await becomes(ada, "hidden");
  await ben.sends("@Ada, before");
  await ada.sees("before");
  expect(await shown()).toEqual([]);
  await becomes(ada, "visible");
  await ada.page.getByRole("button", { name: "Settings" }).click();
  await ada.page.getByLabel("Show a notification").check();
  await ada.page.getByRole("button", { name: "Close" }).click();
  await becomes(ada, "hidden");
  await ben.sends("to nobody");
  await ben.sends("@ada, after");
  await ada.sees("after");
  await expect.poll(shown).toEqual(["asked", "Edgewise: Notifications look like this.", "Ben · mention: @ada, after"]);
});

it("a theme that is chosen in one tab applies to another tab when it becomes visible", async () => {
  const ada = await visitor();
  const other = await ada.inAnotherTab();
  await Promise.all([ada, other].map((tab) => tab.opens("/themes")));
  await ada.page.getByRole("button", { name: "Settings" }).click();
  await ada.page.getByLabel("Dark").check();
  await becomes(other, "visible");
  expect(await other.page.locator("html").getAttribute("data-theme")).toBe("dark");
});
