/** The ways to another channel: the box with abbreviations, links and suggestions, the links, and Back. */
import { expect, it } from "vitest";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";

const site = setupSite();

it("an abbreviation opens the suggested channel, a link of this site its channel, and a chosen suggestion opens at once", async () => {
  const ada = await site.visitor();
  for (const path of ["/team/design", "/ops/desk"]) await ada.opens(path);
  const box = ada.page.locator(".side-bar").getByLabel("Open another channel");
  await box.fill("desi");
  await box.press("Enter");
  await ada.page.waitForURL("**/team/design");
  await box.fill(`${site.url}/caf%C3%A9#channel`);
  await box.press("Enter");
  await ada.page.waitForURL("**/caf%C3%A9");
  // as browsers tell of a choice from the list
  await box.evaluate((box: HTMLInputElement) => {
    box.value = "ops/desk";
    box.dispatchEvent(new InputEvent("input", { inputType: "insertReplacementText", bubbles: true }));
  });
  await ada.page.waitForURL("**/ops/desk");
});

it.each(Object.entries(WINDOWS))("Escape leads from the box back to where one writes: %s", async (_name, size) => {
  const ada = await site.visitor(size);
  await ada.opens("/escape");
  await ada.box.focus();
  await ada.page.keyboard.press("Control+k");
  await ada.page.keyboard.type("no such!name");
  await ada.page.keyboard.press("Enter");
  await ada.page.getByText("A channel name has up to 8 parts").waitFor();
  await ada.page.keyboard.press("Escape");
  await expect.poll(() => ada.focus()).toBe("Message to escape");
  expect(await ada.page.getByText("A channel name has up to 8 parts").count()).toBe(0);
});

it("only the box that Ctrl+K focuses announces the shortcut", async () => {
  const ada = await site.visitor();
  await ada.opens("/");
  const shortcut = (label: string) => ada.page.getByLabel(label).getAttribute("aria-keyshortcuts");
  expect(await shortcut("Open another channel")).toBe("Control+K Meta+K");
  expect(await shortcut("Channel name")).toBeNull();
});

it("a link opens without a reload, in another tab if the user wants that, and the skip link focuses the channel", async () => {
  const ada = await site.visitor();
  for (const path of ["/first", "/second"]) await ada.opens(path);
  await ada.page.evaluate(() => Object.assign(globalThis, { same: "page" }));
  const link = ada.page.getByRole("link", { name: "first" });
  const openedTabs = async () => {
    await link.click({ modifiers: ["ControlOrMeta"] });
    return ada.page
      .context()
      .pages()
      .slice(1)
      .filter((tab) => new URL(tab.url()).pathname === "/first").length;
  };
  // Playwright misses one of six tabs that a person opens, whatever the page does: then the click is repeated
  await expect.poll(openedTabs, { interval: 1_000 }).toBeGreaterThan(0);
  expect(new URL(ada.page.url()).pathname).toBe("/second");

  await link.click();
  await ada.page.waitForURL("**/first");
  await ada.page.getByRole("link", { name: "Skip to the channel" }).press("Enter");
  expect(await ada.page.evaluate(() => document.activeElement?.id)).toBe("channel");
  await ada.page.goBack(); // to /first without #channel
  await ada.page.goBack();
  await ada.page.waitForURL("**/second");
  await ada.isOnline();
  expect(await ada.page.title()).toBe("second · Edgewise");
  expect(await ada.page.evaluate(() => (globalThis as unknown as { same?: string }).same)).toBe("page");
});
