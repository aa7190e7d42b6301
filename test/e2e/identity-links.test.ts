/** W23 in the browser: links that make it another person's, and the host's. */
import { describe, expect, it } from "vitest";
import { STORAGE_KEYS } from "../../src/ui/stored";
import type { PersonOptions } from "./support/browser";
import { makesLink } from "./support/links";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";

const HOST_KEY = "the-key-of-this-host-01";
const site = setupSite({ vars: { HOST_KEY } });

/** A visitor who is not offered a recovery link: that notice is over the messages. */
async function visitor(options?: PersonOptions): Promise<Visitor> {
  const visitor = await site.visitor(options);
  await visitor.page.addInitScript((key) => localStorage.setItem(key, "1"), STORAGE_KEYS.ownerOffered);
  return visitor;
}

/** Opens a link in the address bar, and waits until its secret is gone from there. */
async function opensLink(who: Visitor, link: string): Promise<void> {
  await who.page.goto(link);
  await who.page.waitForFunction(() => location.hash === "");
}

const dialogOf = (who: Visitor) => who.page.locator("dialog.opened-link");

/** The id of the person in this channel, as the page knows it: their own messages can be edited. */
async function canEdit(who: Visitor, text: string): Promise<boolean> {
  await who.message(text).hover();
  await who.message(text).getByRole("button", { name: who.words.messageActions.more, exact: true }).click();
  await who.page.getByRole("menuitem", { name: who.words.messageActions.reply }).waitFor();
  const items = await who.page.getByRole("menuitem", { name: who.words.messageActions.edit, exact: true }).count();
  await who.page.keyboard.press("Escape");
  return items > 0;
}

describe.each(Object.entries(WINDOWS))("%s", (name, window) => {
  it("W23 a new device becomes the same person by a link, without a question, and under their name", async () => {
    const [ada, phone] = [await visitor(window), await visitor(window)];
    const path = `/links/${name}`;
    await ada.opens(path);
    await ada.isCalled("Ada");
    await ada.sends("from the first device");
    await ada.sees("from the first device");
    const link = await makesLink(ada, "device");
    expect(link).toMatch(new RegExp(`^${site.url}${path}#device=[\\w-]+~[\\w-]{43}$`));

    await opensLink(phone, link);
    await dialogOf(phone).getByText(phone.words.openedLink.device.done).waitFor();
    await dialogOf(phone).getByRole("button", { name: phone.words.openedLink.goOn }).click();
    await dialogOf(phone).waitFor({ state: "detached" });
    await phone.sees("from the first device"); // the link opens the channel in which it was made
    expect(await canEdit(phone, "from the first device")).toBe(true);
    await phone.sends("from the second");
    await phone.sees("from the second");
    expect(new Set(await phone.authors())).toEqual(new Set(["Ada"]));
    expect(phone.page.url()).toBe(site.url + path);
  });
});

it("W23 before it replaces an identity that has written something, the page asks; without a yes it stays, and the link still works", async () => {
  const [ada, ben] = [await visitor(), await visitor(WINDOWS.phone)];
  for (const who of [ada, ben]) await who.opens("/links/ask");
  await ada.sends("by Ada");
  await ben.sends("by Ben");
  await ben.sees("by Ben");
  await ben.writes("half a dr");
  const link = await makesLink(ada, "device");

  await opensLink(ben, link);
  await dialogOf(ben).getByText(ben.words.openedLink.asking).waitFor();
  await ben.page.keyboard.press("Escape");
  await dialogOf(ben).waitFor({ state: "detached" });
  await ben.opens("/links/ask");
  expect(await canEdit(ben, "by Ben")).toBe(true);

  await opensLink(ben, link);
  await dialogOf(ben).getByRole("button", { name: ben.words.openedLink.goOn }).click();
  await dialogOf(ben).getByText(ben.words.openedLink.device.done).waitFor();
  await ben.page.keyboard.press("Enter"); // the focus is on its button
  await dialogOf(ben).waitFor({ state: "detached" });
  await ben.opens("/links/ask");
  expect([await canEdit(ben, "by Ben"), await canEdit(ben, "by Ada")]).toEqual([false, true]);
  expect(await ben.box.inputValue()).toBe("half a dr"); // what was written in this browser stays in it
});

it("W23 a link that is pasted into the address bar of an open page asks, too", async () => {
  const [ada, ben] = [await visitor(), await visitor()];
  await ada.opens("/links/paste");
  const link = await makesLink(ada, "device");
  await ben.opens("/");
  await ben.page.evaluate((hash) => void (location.hash = hash), new URL(link).hash);
  await dialogOf(ben).getByText(ben.words.openedLink.asking).waitFor();
  expect(new URL(ben.page.url()).hash).toBe("");
});

it("W23 a link that was used, and one that is cut, say so", async () => {
  const [ada, one, two] = [await visitor(), await visitor(), await visitor(WINDOWS.phone)];
  await ada.opens("/links/used");
  const link = await makesLink(ada, "device");
  await opensLink(one, link);
  await dialogOf(one).getByText(one.words.openedLink.device.done).waitFor();
  await opensLink(two, link);
  await dialogOf(two).getByText(two.words.openedLink.device.refused).waitFor();
  await dialogOf(two).getByRole("button", { name: two.words.openedLink.close }).click();
  await dialogOf(two).waitFor({ state: "detached" });
  await two.page.goto("about:blank");
  await opensLink(two, link.slice(0, -48)); // now that this browser has been here, it asks first
  await dialogOf(two).getByRole("button", { name: two.words.openedLink.goOn }).click();
  await dialogOf(two).getByText(two.words.openedLink.device.refused).waitFor();
});

it("W23 without a network the secret is not lost: it can be tried again", async () => {
  const [ada, phone] = [await visitor(), await visitor(WINDOWS.phone)];
  await ada.opens("/links/again");
  const link = await makesLink(ada, "device");
  let isOffline = true;
  await phone.page.route("**/api/identity/redeem", (route) => (isOffline ? route.abort() : route.continue()));
  await opensLink(phone, link);
  await dialogOf(phone).getByText(phone.words.openedLink.failed).waitFor();
  isOffline = false;
  await dialogOf(phone).getByRole("button", { name: phone.words.openedLink.tryAgain }).click();
  await dialogOf(phone).getByText(phone.words.openedLink.device.done).waitFor();
});

it("W23 who loses all cookies comes back by the recovery link, again and again, until a new one replaces it", async () => {
  const ada = await visitor();
  await ada.opens("/links/lost");
  await ada.sends("I own this");
  await ada.sees("I own this");
  const link = await makesLink(ada, "recovery");
  for (let i = 0; i < 2; i++) {
    const back = await visitor(i === 0 ? WINDOWS.wide : WINDOWS.phone);
    await opensLink(back, link);
    await dialogOf(back).getByRole("button", { name: back.words.openedLink.goOn }).click();
    await dialogOf(back).waitFor({ state: "detached" });
    await back.sees("I own this"); // it opens the channel in which it was made
    expect(back.page.url()).toBe(`${site.url}/links/lost`);
    expect(await canEdit(back, "I own this")).toBe(true);
  }
  await ada.page.locator("dialog.settings").getByRole("button", { name: ada.words.identityLinks.again }).click();
  await expect
    .poll(() => ada.page.getByLabel(ada.words.identityLinks.recovery.label, { exact: true }).inputValue())
    .not.toBe(link);
  const late = await visitor();
  await opensLink(late, link);
  await dialogOf(late).getByText(late.words.openedLink.device.refused).waitFor();
});

it("W23 the key in the host's link makes a browser the host's; a wrong one says so", async () => {
  const [host, other] = [await visitor(), await visitor(WINDOWS.phone)];
  await opensLink(other, `${site.url}/#host=guess`);
  await dialogOf(other).getByText(other.words.openedLink.host.refused).waitFor();
  await opensLink(host, `${site.url}/#host=${HOST_KEY}`);
  await dialogOf(host).getByText(host.words.openedLink.host.done).waitFor();
  const cookies = await host.page.context().cookies();
  expect(cookies).toContainEqual(expect.objectContaining({ name: "edgewise-host", httpOnly: true, sameSite: "Lax" }));
  expect(await other.page.context().cookies()).not.toContainEqual(expect.objectContaining({ name: "edgewise-host" }));
});

it("W23 a link can be copied, and Enter in it closes nothing", async () => {
  const ada = await visitor(WINDOWS.phone);
  await ada.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await ada.opens("/links/copy");
  const link = await makesLink(ada, "device");
  await ada.page.locator(".link-field input").press("Enter");
  await ada.page.locator(".link-field").getByRole("button", { name: ada.words.copyLink.copy }).click();
  await ada.page.locator(".link-field output", { hasText: ada.words.copyLink.copied }).waitFor();
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe(link);
});
