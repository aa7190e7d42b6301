/** W23 in the browser: the list of channels and what is read follow a person to their linked devices, and the server cannot read it. */
import { expect, it } from "vitest";
import { STORAGE_KEYS } from "../../src/ui/stored";
import type { PersonOptions } from "./support/browser";
import { makesLink } from "./support/links";
import type { Visitor } from "./support/people";
import { say } from "./support/program";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";

const site = setupSite();

/** A visitor who is not offered a recovery link, with the bodies and addresses of everything that the page sends. */
async function visitor(options?: PersonOptions): Promise<Visitor & { sent: string[] }> {
  const visitor = Object.assign(await site.visitor(options), { sent: [] as string[] });
  await visitor.page.addInitScript((key) => localStorage.setItem(key, "1"), STORAGE_KEYS.ownerOffered);
  visitor.page.on("request", (request) => visitor.sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  return visitor;
}

/** As when the person looks at another window, or back at this one. Waits until what this device has is stored. */
async function looksAway(who: Visitor): Promise<void> {
  await who.page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
  await who.page.waitForFunction(({ deviceState, visited, readMark }) => {
    const stored = (key: string) => JSON.parse(localStorage.getItem(key) ?? "null");
    const entries = (list: { name: string; read?: { id: number } }[]) =>
      list.map(({ name, read }) => `${name} ${read?.id}`).sort();
    const own = (stored(visited) as { name: string }[]).map(({ name }) => ({ name, read: stored(readMark + name) ?? undefined }));
    return String(entries(stored(deviceState)?.state ?? [])) === String(entries(own));
  }, STORAGE_KEYS);
}

const link = ({ page }: Visitor, name: string) => page.locator(".side-bar").getByRole("link", { name });

async function linked(ada: Visitor, phone: Visitor): Promise<void> {
  await phone.page.goto(await makesLink(ada, "device"));
  await phone.page.locator("dialog.opened-link").getByRole("button", { name: phone.words.openedLink.goOn }).click();
  await phone.isOnline();
}

it("W23 a linked device has the person's channels, and tells the same messages as unread", async () => {
  const [ada, phone] = [await visitor(), await visitor()];
  for (const name of ["one", "two"]) {
    await say(site.url, `devices/${name}`, ["zero"]);
    await ada.opens(`/devices/${name}`);
    await ada.sees("zero");
  }
  await ada.opens("/devices/here");
  await link(ada, "devices/one").hover();
  await ada.page.getByRole("button", { name: ada.words.channelLink.pin("devices/one") }).click();
  await say(site.url, "devices/one", ["unread"]);
  expect(ada.sent.filter((request) => request.includes("/api/devices") || request.includes("sync-devices"))).toEqual([]);

  await linked(ada, phone);
  await link(phone, "devices/two").waitFor();
  await link(phone, "devices/one").locator(".unread", { hasText: "1" }).waitFor();
  expect(await phone.page.locator(".side-bar [aria-pressed=true]").count()).toBe(1);

  await ada.opens("/devices/here");
  await link(ada, "devices/one").locator(".unread", { hasText: "1" }).waitFor();
  await phone.page.getByRole("button", { name: phone.words.unread.markAll }).click();
  await looksAway(phone);
  await looksAway(ada);
  await link(ada, "devices/one").locator(".unread").waitFor({ state: "detached" });

  const key = await ada.page.evaluate((key) => localStorage.getItem(key), STORAGE_KEYS.deviceKey);
  expect(key).toMatch(/^[\w-]{43}$/);
  const sent = [...ada.sent, ...phone.sent];
  expect(sent.filter((request) => request.startsWith("PUT ") && request.includes("/api/devices/")).length).toBeGreaterThan(1);
  expect(sent.filter((request) => request.includes(key!))).toEqual([]);
  expect(sent.filter((request) => request.includes("/api/devices") && /one|two|here/.test(request))).toEqual([]);
  expect([...ada.console, ...phone.console]).toEqual([]);
});

it("W23 a channel that is removed on one device is removed on the other; a device that keeps its channels to itself asks no more", async () => {
  const [ada, phone] = [await visitor(), await visitor(WINDOWS.phone)];
  for (const name of ["gone", "stays"]) await ada.opens(`/devices/${name}`);
  await linked(ada, phone);
  await phone.page.locator(".drawer-button").click();
  await phone.page.locator(".drawer").getByRole("link", { name: "devices/gone" }).waitFor();
  await ada.opens("/devices/stays");
  await link(ada, "devices/gone").hover();
  await ada.page.getByRole("button", { name: ada.words.channelLink.forget("devices/gone") }).click();
  await looksAway(ada);
  await looksAway(phone);
  await phone.page.locator(".drawer").getByRole("link", { name: "devices/gone" }).waitFor({ state: "detached" });

  await ada.page.locator(".side-bar-settings:visible").click();
  await ada.page.getByRole("button", { name: ada.words.identityLinks.device.stop }).click();
  await ada.page.getByText(ada.words.identityLinks.device.stopped).waitFor();
  expect(await ada.focus()).toBe(ada.words.identityLinks.device.make);
  await ada.page.getByRole("button", { name: ada.words.settings.close }).click();
  ada.sent.length = 0;
  await ada.opens("/devices/alone");
  await ada.hasLoaded("when-idle");
  await ada.page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
  expect(ada.sent.filter((request) => request.includes("/api/devices"))).toEqual([]);
});

it("W23 where the server has nothing any more, or nothing readable, no channel is lost", async () => {
  const ada = await visitor();
  for (const name of ["kept", "here"]) await ada.opens(`/devices/${name}`);
  const exchanged = () => ada.page.waitForResponse((response) => response.request().method() === "PUT" && response.ok());
  await Promise.all([exchanged(), makesLink(ada, "device")]);
  const slot = ada.sent.findLast((request) => request.startsWith("PUT "))!.split(" ")[1]!;

  await ada.page.evaluate((slot) => fetch(slot, { method: "PUT", body: '{"version":1,"data":"rubbish"}' }), slot);
  await Promise.all([exchanged(), ada.opens("/devices/here")]);
  await link(ada, "devices/kept").waitFor();

  await ada.page.context().clearCookies(); // another person, for whom nothing is stored
  await Promise.all([exchanged(), ada.opens("/devices/here")]);
  await link(ada, "devices/kept").waitFor();
});
