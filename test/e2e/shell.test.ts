/** The frame around a channel: side bar, people, connection status, hidden tab, first impression. */
import { describe, expect, it } from "vitest";
import type { PersonOptions } from "./support/browser";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";
import { Wire } from "./support/wire";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });

const visitor = (options: PersonOptions = WINDOWS.wide) => site.visitor(options);

/** The side bar, or, on a phone, what is in the opened drawer. */
const sideBar = (who: Visitor) => who.page.locator(".side-bar:visible, .drawer[open]");
const channels = (who: Visitor) => sideBar(who).locator(".channel-link bdi").allInnerTexts();
const drawerButton = (who: Visitor) => who.page.locator(".drawer-button");

describe.each(Object.entries(WINDOWS))("%s", (name, size) => {
  it("the side bar lists visited channels, pinned ones first, and opens them without a reload", async () => {
    const ada = await visitor(size);
    await ada.watchesShifts();
    for (const path of ["/", `/b-${name}`, `/a-${name}`]) await ada.opens(path);
    expect(await ada.shifts()).toBeLessThan(0.02);
    if (name === "phone") await drawerButton(ada).click();
    expect(await channels(ada)).toEqual([`a-${name}`, `b-${name}`, "lobby"]);
    await sideBar(ada).locator(".channel-link", { hasText: "lobby" }).hover();
    await sideBar(ada).getByRole("button", { name: "Pin lobby" }).click();
    expect(await channels(ada)).toEqual(["lobby", `a-${name}`, `b-${name}`]);

    await ada.page.evaluate(() => Object.assign(globalThis, { same: "page" }));
    await sideBar(ada)
      .getByRole("link", { name: `b-${name}` })
      .click();
    await ada.page.waitForURL(`**/b-${name}`);
    await ada.isOnline();
    expect(await ada.page.evaluate(() => (globalThis as unknown as { same: string }).same)).toBe("page");
    if (name === "phone") {
      await ada.page.locator(".drawer:not([open])").waitFor({ state: "attached" });
      await drawerButton(ada).click();
    }
    expect(await sideBar(ada).locator("[aria-current=page]").innerText()).toContain(`b-${name}`);
    await sideBar(ada)
      .locator(".channel-link", { hasText: `a-${name}` })
      .hover();
    await sideBar(ada)
      .getByRole("button", { name: `Remove a-${name} from the list` })
      .click();
    expect(await channels(ada)).toEqual(["lobby", `b-${name}`]);
    expect(ada.console).toEqual([]);
  });

  it("another channel shows its unread count", async () => {
    const [ada, ben] = await Promise.all([visitor(size), visitor()]);
    await Promise.all([ada.opens(`/busy-${name}`), ben.opens(`/busy-${name}`)]);
    await ada.opens(`/quiet-${name}`);
    for (const text of ["one", "two"]) await ben.sends(text);
    await ben.sees("two");
    // what the page keeps when a channel is read to its end: here of an older history, so that all counts
    await ada.page.evaluate(
      ([key]) => localStorage.setItem(key!, JSON.stringify({ epoch: "older", id: 1 })),
      [`edgewise:read:busy-${name}`],
    );
    await ada.opens(`/quiet-${name}`);
    if (name === "phone") {
      await ada.page.getByRole("button", { name: "Channels, 2 unread" }).click();
    }
    const link = sideBar(ada).getByRole("link", { name: `busy-${name}` });
    await link.locator(".unread", { hasText: "2" }).waitFor();
    await link.click();
    await ada.sees("two");
    await ada.page.locator(".drawer-button .unread, .channel-link .unread").first().waitFor({ state: "detached" });
    expect(ada.console).toEqual([]);
  });

  it("the page says that it is offline and what waits, then that it is back online, and nothing moves", async () => {
    const ada = await visitor(size);
    await ada.watchesShifts();
    const wire = await Wire.of(ada.page);
    await ada.opens(`/tunnel-${name}`);
    expect(await ada.page.locator(".connection-bar").innerText()).toBe("");
    await wire.cut();
    await ada.page.getByText("Offline. Reconnecting…").first().waitFor(); // the bar says it, and so does what is announced
    expect(await ada.shifts()).toBeLessThan(0.02);
    await ada.sends("one");
    await ada.sends("two");
    await ada.page.locator(".connection-bar", { hasText: /2 messages wait/ }).waitFor(); // after three tries, it says what is in the way, too
    const saysSo = ada.page.getByText("Back online").waitFor(); // for a few seconds
    await wire.mend();
    await saysSo;
    await ada.sees("two");
    await ada.page.getByText("Back online").waitFor({ state: "hidden" });
    expect(await ada.page.locator(".connection-bar").innerText()).toBe("");
  });

  it("the list of people has the user first, and tags for equal names", async () => {
    const people = await Promise.all([visitor(size), visitor(), visitor()]);
    const [ada, ben] = people;
    await Promise.all(people.map((who) => who.opens(`/people-${name}`)));
    for (const [index, called] of ["Zoe", "Ada", "zoe"].entries()) await people[index]!.isCalled(called);
    await ada!.seesOnline(3);
    await ada!.page.getByRole("button", { name: "3 online" }).click();
    const list = ada!.page.locator(".people-one");
    await list.filter({ hasText: "Ada" }).waitFor();
    await list.filter({ hasText: /^zoe #/ }).waitFor();
    expect((await list.allInnerTexts()).map((text) => text.replace(/#\S{4}/, "#tag"))).toEqual([
      "Zoe #tag (you)",
      "Ada",
      "zoe #tag",
    ]);
    await ada!.page.getByText(/^\d+ ms round trip$/).waitFor();
    await ada!.page.keyboard.press("Escape");
    await list.first().waitFor({ state: "detached" });
    expect([ada!.console, ben!.console]).toEqual([[], []]);
  });

  it("a theme is chosen in the settings, and the server renders pages in it", async () => {
    const ada = await visitor(size);
    await ada.opens("/theme");
    if (name === "phone") await drawerButton(ada).click();
    await sideBar(ada).getByRole("button", { name: "Settings" }).click();
    await ada.page.getByLabel("Dark").check();
    const paper = () => ada.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await paper()).toBe("rgb(20, 23, 26)");
    const response = await ada.page.reload();
    expect(await response!.text()).toMatch(/<html[^>]* data-theme="dark"/);
    expect(await paper()).toBe("rgb(20, 23, 26)");
    expect(await ada.page.locator("meta[name=theme-color]").first().getAttribute("content")).toBe("#1c2024");
    expect(ada.console).toEqual([]);
  });
});

it("a component that can no longer be loaded says so, and the rest of the page stays", async () => {
  const ada = await visitor();
  await ada.page.route(/dialogs-/, (route) => route.abort());
  await ada.opens("/parts");
  await ada.page.locator(".people").click();
  await ada.page.getByText("This part of the page could not be loaded.").waitFor();
  await ada.page.keyboard.press("Escape");
  await ada.sends("still here");
  await ada.sees("still here");
});

it("on a phone the drawer traps the focus and returns it, by keyboard, Escape or a tap outside", async () => {
  const ada = await visitor(WINDOWS.phone);
  await ada.opens("/drawer");
  await drawerButton(ada).focus();
  await ada.page.keyboard.press("Enter");
  const drawer = ada.page.getByRole("dialog", { name: "Channels" });
  await drawer.waitFor();
  const isInside = () => ada.page.evaluate(() => document.querySelector(".drawer")!.contains(document.activeElement));
  for (let i = 0; i < 12; i++) {
    expect((await isInside()) || (await ada.page.evaluate(() => document.activeElement === document.body))).toBe(true);
    await ada.page.keyboard.press("Tab"); // past the last one, browsers pass their own controls
  }
  await ada.page.keyboard.press("Escape");
  await drawer.waitFor({ state: "hidden" });
  const isOnButton = () => ada.page.evaluate(() => document.activeElement?.classList.contains("drawer-button"));
  expect(await isOnButton()).toBe(true);
  await drawerButton(ada).click();
  await ada.page.mouse.click(380, 400);
  await drawer.waitFor({ state: "hidden" });
  expect(await isOnButton()).toBe(true);
});

it.each([
  ["wide", WINDOWS.wide],
  ["phone", WINDOWS.phone],
])("Ctrl+K focuses the box that opens a channel and suggests visited ones: %s", async (_name, size) => {
  const ada = await visitor(size);
  await ada.opens("/keys/one");
  await ada.page.getByLabel("Message to keys/one").focus();
  await ada.page.keyboard.press("Control+k");
  const box = sideBar(ada).getByLabel("Open another channel");
  expect(await box.evaluate((box) => box === document.activeElement)).toBe(true);
  const completed = await box.evaluate((box: HTMLInputElement) => [...box.list!.options].map(({ value }) => value));
  expect(completed).toEqual(["lobby", "keys/one"]);
  await ada.page.keyboard.type("keys/two");
  await ada.page.keyboard.press("Enter");
  await ada.page.waitForURL("**/keys/two");
  await ada.isOnline();
  expect(await ada.page.locator(".drawer[open]").count()).toBe(0);
});

it("a visit in one tab appears in the side bar of the other", async () => {
  const ada = await visitor();
  await ada.opens("/tabs/one");
  const other = await ada.inAnotherTab();
  await other.opens("/tabs/two");
  await sideBar(ada).getByRole("link", { name: "tabs/two" }).waitFor();
});

it("an invalid name is rejected beside its field while it is typed, and nothing is lost", async () => {
  const ada = await visitor(WINDOWS.phone);
  await ada.opens("/names");
  const box = ada.page.getByLabel("Your name");
  await box.fill("x".repeat(33));
  await ada.page.getByText("A name has at most 32 characters.").waitFor();
  await box.press("Enter");
  expect(await box.inputValue()).toBe("x".repeat(33));
  await box.fill("Ada");
  await ada.page.getByText("A name has at most 32 characters.").waitFor({ state: "detached" });
  await box.press("Enter");
  expect(await ada.page.evaluate(() => document.cookie)).toContain("name=Ada");
});

it("a name that is being typed stays in its field while people join and leave", async () => {
  const [ada, ben] = await Promise.all([visitor(), visitor()]);
  await ada.opens("/names/slow");
  const box = ada.page.getByLabel("Your name");
  await box.fill("Ad");
  await ben.opens("/names/slow");
  await ada.seesOnline(2);
  await box.pressSequentially("a");
  expect(await box.inputValue()).toBe("Ada");
});
