/** The page without a connection: what it shows, and what its user can do. */
import type { WebSocketRoute } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violations } from "./support/axe";
import type { Visitor } from "./support/people";
import { say, talk } from "./support/program";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";
import { cutOff, Wire } from "./support/wire";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });
const { visitor } = site;

/** Ada, who is cut off from the channel at `path`, with her page's waits as long as they may be. */
async function cutOffAda(path: string, text: string): Promise<[ada: Visitor, wire: Wire]> {
  const ada = await visitor();
  await ada.page.addInitScript(() => (Math.random = () => 1 - Number.EPSILON));
  return [ada, await cutOff(ada, path, text)];
}

describe("offline", () => {
  it("W15 “Try now” reconnects at once, and the focus stays in the channel", async () => {
    const ada = await visitor();
    await ada.page.clock.install();
    const wire = await cutOff(ada, "/try-now", "Hello.");
    const button = ada.page.getByRole("button", { name: "Try now" });
    await button.waitFor();
    expect(await violations(ada.page)).toEqual([]);
    await ada.page.clock.pauseAt((await ada.page.evaluate(() => Date.now())) + 60_000); // from here on the page cannot reconnect by itself
    await button.focus();
    wire.mendUntold();
    await ada.page.keyboard.press("Enter");
    await ada.isOnline();
    await ada.page.clock.resume();
    await button.waitFor({ state: "detached" });
    expect(await ada.page.evaluate(() => document.activeElement?.id)).toBe("channel");
    expect(ada.console).toEqual([]);
  });

  it("W14 an unsent message can be taken back by its buttons, the newest by arrow up; an edit, too", async () => {
    const [ada, wire] = await cutOffAda("/taken-back", "Helo.");
    for (const text of ["one", "two", "three"]) await ada.sends(text);
    await ada.box.press("ArrowUp");
    expect(await ada.box.inputValue()).toBe("three");
    await ada.box.fill("");
    await ada.message("one").getByRole("button", { name: "Discard" }).click();
    await ada.message("two").getByRole("button", { name: "Edit" }).click();
    expect(await ada.box.inputValue()).toBe("two");
    await ada.box.fill("two and a half");
    await ada.box.press("Enter");
    expect(await ada.unsent()).toEqual(["two and a half"]);
    await wire.mend();
    await ada.sees("two and a half");
    expect(await ada.texts()).toEqual(["Helo.", "two and a half"]);
  });

  it("W14 a message that may have arrived cannot be taken back: it would exist twice", async () => {
    const ada = await visitor();
    const wire = await Wire.of(ada.page);
    wire.swallow = () => true;
    await ada.opens("/may-have-arrived");
    await ada.sends("one");
    await ada.page.getByText("sending…").waitFor();
    await wire.cut();
    await ada.page.getByText("waiting for the connection").waitFor();
    expect(await ada.message("one").getByRole("button").count()).toBe(0);
    await ada.box.press("ArrowUp");
    expect(await ada.box.inputValue()).toBe("");
  });

  it("offline, the first edit and the first deletion show their status, although its code was never shown before", async () => {
    const ada = await visitor();
    await ada.keepsToasts();
    await ada.opens("/first-edit");
    await ada.sends("A slip.");
    await ada.sees("A slip.");
    await ada.goesOffline();
    const undo = ada.page.getByRole("button", { name: "Undo" });
    await ada.box.press("ArrowUp");
    await ada.box.fill("");
    await ada.box.press("Enter");
    await undo.click();
    await undo.waitFor({ state: "detached" });
    await ada.box.press("ArrowUp");
    await ada.box.fill("A correction.");
    await ada.box.press("Enter");
    await ada.message("A correction.").getByText("the change is waiting for the connection").waitFor();
  });

  it("W8 offline, the top of the list says that older messages exist", async () => {
    const ada = await visitor();
    const wire = await Wire.of(ada.page);
    await ada.page.setViewportSize({ width: 800, height: 300 });
    await say(site.url, "upper-end", talk(60));
    await ada.opens("/upper-end");
    await ada.sees("message 60");
    await wire.cut();
    await ada.isOffline();
    await ada.page.locator(".scroller").focus();
    await ada.page.keyboard.press("Home");
    await ada.page.getByText("You're offline. Older messages load once you're back online.").waitFor();
  });
});

it("W15 after a final close, the page announces no retry, and unsent messages do not claim to wait", async () => {
  const ada = await visitor();
  let socket!: WebSocketRoute;
  await ada.page.routeWebSocket(/\/_ws\//, (route) => (socket = route).connectToServer());
  await ada.opens("/closed");
  await socket.close({ code: 4003, reason: "Too many." });
  await ada.page.locator(".connection-bar", { hasText: "This channel is open too many times." }).waitFor();
  expect(await ada.page.locator(".status").innerText()).toBe("The channel has closed this connection.");
  expect(await ada.page.getByRole("button", { name: "Try now" }).count()).toBe(0);
  await ada.sends("one");
  await ada.message("one").getByText("not sent: the connection is closed. The message is kept here").waitFor();
});

it("a component that could not be loaded offline appears once the network is back", async () => {
  const ada = await (await visitor()).opens("/part");
  await ada.goesOffline();
  const button = ada.page.getByRole("button", { name: "Emoji", exact: true });
  await button.click();
  await ada.page.getByRole("alert").filter({ hasText: "could not be loaded" }).waitFor();
  await ada.page.context().setOffline(false);
  await ada.page.locator(".emoji").first().waitFor();
});

it("two messages with the same text are announced twice to screen readers", async () => {
  const [ada, ben] = await Promise.all([visitor(), visitor()]);
  await Promise.all([ada.opens("/twice"), ben.opens("/twice")]);
  await ben.isCalled("Ben");
  const announcer = ada.page.locator("p[aria-live=polite].for-ears");
  await announcer.waitFor({ state: "attached" });
  await ben.sends("First.");
  await announcer.filter({ hasText: "Ben: First." }).waitFor({ state: "attached" });
  await announcer.evaluate((region) => {
    const texts: string[] = [];
    Object.assign(globalThis, { texts });
    new MutationObserver(() => texts.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await ben.sends("First.");
  await ada.page.waitForFunction(() => (globalThis as unknown as { texts: string[] }).texts.includes("Ben: First."));
});

it("closing a toast by touch opens no keyboard; closing it by key focuses the composer", async () => {
  const ada = await (await visitor({ ...WINDOWS.phone, hasTouch: true })).opens("/closed-notice");
  const close = ada.page.getByRole("button", { name: "Close", exact: true });
  for (const text of ["Hello.", "Hello again."]) {
    await ada.writes(text);
    await ada.page.getByRole("button", { name: "Send" }).tap();
  }
  for (const [text, how] of [
    ["Hello again.", () => close.tap()],
    ["Hello.", () => close.press("Enter")],
  ] as const) {
    await ada.sees(text);
    await ada.box.press("ArrowUp");
    await ada.box.fill("");
    await ada.page.getByRole("button", { name: "Save" }).tap();
    await how();
    await close.waitFor({ state: "detached" });
    expect((await ada.focus())?.startsWith("Message to") ?? false).toBe(text === "Hello.");
  }
});
