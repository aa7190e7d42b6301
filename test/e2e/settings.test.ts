/** The dialogs: settings that match the browser's permissions, and the shortcuts over an open drawer. */
import { expect, it } from "vitest";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";

const site = setupSite();

/** What browsers have in the place of `Notification`, and what is said where one is asked for by its switch. */
it.each([
  ["nothing, as Safari on an iPhone", undefined, /cannot show notifications/],
  ["one that throws, as Chrome on Android", "granted", /cannot show notifications/],
  ["one that is blocked", "denied", /blocks notifications/],
])("where notifications are not possible, the switch says so and stays off: %s", async (_what, permission, sentence) => {
  const ada = await site.visitor();
  await ada.page.addInitScript((permission) => {
    class Throws {
      static permission = permission;
      static requestPermission = async () => permission;
      constructor() {
        throw new TypeError("Illegal constructor.");
      }
    }
    Object.assign(globalThis, { Notification: permission && Throws });
  }, permission);
  await ada.opens("/quiet");
  await ada.page.getByRole("button", { name: "Settings" }).click();
  const box = ada.page.getByLabel("Show a notification");
  await box.click();
  await ada.page.getByRole("alert").filter({ hasText: sentence }).waitFor();
  expect(await box.isChecked()).toBe(false);
  expect(await ada.page.evaluate(() => localStorage.getItem("edgewise:settings"))).not.toContain('"notifications":true');
});

it("the notifications switch is on only while the browser allows notifications", async () => {
  const ada = await site.visitor();
  await ada.page.addInitScript(() => {
    Object.assign(globalThis, { Notification: { permission: "denied" } });
    localStorage.setItem("edgewise:settings", JSON.stringify({ notifications: true }));
  });
  await ada.opens("/quiet/later");
  await ada.page.getByRole("button", { name: "Settings" }).click();
  expect(await ada.page.getByLabel("Show a notification").isChecked()).toBe(false);
});

it("the shortcuts open over the drawer, and closing them leaves the focus and the drawer as they were", async () => {
  const ada = await site.visitor(WINDOWS.phone);
  await ada.opens("/keys/drawer");
  await ada.page.locator(".drawer-button").click();
  await ada.page.getByRole("button", { name: "Copy link of keys/drawer" }).or(ada.page.locator(".drawer .home")).first().focus();
  const before = await ada.focus();
  await ada.page.keyboard.press("?");
  const keys = ada.page.locator(".key-map"); // by its role, it would be gone before it has told that it is closed
  await keys.waitFor();
  await keys.getByRole("button", { name: "Close" }).click();
  await keys.waitFor({ state: "detached" });
  expect(await ada.focus()).toBe(before);
  await ada.page.keyboard.press("?");
  await keys.waitFor();
  await ada.page.keyboard.press("Escape");
  await keys.waitFor({ state: "detached" });
  expect(await ada.page.getByRole("dialog", { name: "Channels" }).isVisible()).toBe(true);
});

it("after a change of channel the name is in its field at once, in a size at which iOS does not zoom", async () => {
  const ada = await site.visitor({ width: 1024, height: 700, hasTouch: true });
  await ada.opens("/name/one");
  await ada.isCalled("Ada");
  await ada.page.routeWebSocket(/_ws/, () => undefined); // the next channel says nothing
  const box = ada.page.getByLabel("Open another channel");
  await box.fill("name/two");
  await box.press("Enter");
  await ada.page.getByLabel("Message to name/two").waitFor();
  const name = ada.page.getByLabel("Your name");
  expect(await name.inputValue()).toBe("Ada");
  expect(await name.evaluate((box) => parseFloat(getComputedStyle(box).fontSize))).toBeGreaterThanOrEqual(16);
});
