/** What staff see and do: the shield, the panel, and the acts in the menu of a message. Nobody else loads any of it. */
import { describe, expect, it } from "vitest";
import type { PersonOptions } from "./support/browser";
import type { Visitor } from "./support/people";
import { report } from "./support/program";
import { goesTo } from "./support/rows";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";
import { adaAndBen } from "./support/two-people";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });

/** Ada, whose channel it is, and Ben, who has said “Buy my watches!” there. */
async function ownerAndBen(path: string, options?: PersonOptions): Promise<[ada: Visitor, ben: Visitor]> {
  const [ada, ben] = await adaAndBen(site, path, options);
  await ben.sends("Buy my watches!");
  await ada.sees("Buy my watches!");
  return [ada, ben];
}

const toast = ({ page }: Visitor, text: string | RegExp) => page.locator(".notice", { hasText: text }).waitFor();
const undo = ({ page }: Visitor) => page.getByRole("button", { name: "Undo" }).click();
const confirm = ({ page }: Visitor, act: string) => page.getByRole("button", { name: act, exact: true }).click();
/** Clicks an item of the menu of a person in the panel. */
async function choosesFor({ page }: Visitor, name: string, item: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

it("W22 the author of the first message sees the shield; a second person does not, and loads nothing of it", async () => {
  const [ada, ben] = await ownerAndBen("/shield");
  await ada.page.getByRole("button", { name: "Manage the channel" }).waitFor();
  await ben.clicksAction("More", "Hello."); // its menu is loaded, and has nothing for staff
  await ben.page.getByRole("menuitem", { name: "Reply" }).waitFor();
  expect(await ben.page.getByRole("menuitem", { name: "Remove", exact: true }).count()).toBe(0);
  const loaded = ({ page }: Visitor) =>
    page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /\/staff-/.test(name)).length);
  expect(await loaded(ada)).toBeGreaterThan(0);
  expect(await loaded(ben)).toBe(0);
  expect([ada.console, ben.console]).toEqual([[], []]);
});

describe.each(Object.values(WINDOWS))("at $width pixels", (size) => {
  const at = (path: string) => `${path}-${size.width}`;

  it("W25 a removed message is gone for everyone, and back after undo, or by its menu", async () => {
    const [ada, ben] = await ownerAndBen(at("/removing"), size);
    await ada.chooses("Remove", "Buy my watches!");
    await toast(ada, "Message removed.");
    await ben.page.locator(".message .text", { hasText: "Buy my watches!" }).waitFor({ state: "detached" });
    await undo(ada);
    await Promise.all([ada.sees("Buy my watches!"), ben.sees("Buy my watches!")]);

    await ada.chooses("Remove", "Buy my watches!");
    await ben.page.locator(".message .text", { hasText: "Buy my watches!" }).waitFor({ state: "detached" });
    await ada.page.locator(".message").nth(1).hover();
    await ada.page.locator(".message").nth(1).getByRole("button", { name: "More" }).click();
    expect(await ada.page.getByRole("menuitem").allInnerTexts()).toEqual(["Restore"]);
    await ada.page.getByRole("menuitem", { name: "Restore" }).click();
    await ben.sees("Buy my watches!");
    expect([ada.console, ben.console]).toEqual([[], []]);
  });

  it("W26 a person is muted for the chosen time, and can write again after undo", async () => {
    const [ada, ben] = await ownerAndBen(at("/muting"), size);
    await ada.chooses("Mute…", "Buy my watches!");
    const dialog = ada.page.getByRole("dialog", { name: /^Mute .?Ben.?\?$/ });
    await dialog.getByRole("radio", { name: "1 hour" }).check();
    await dialog.getByText(/cannot write, edit, react or change their name for 1 hour/).waitFor();
    await confirm(ada, "Mute");
    await toast(ada, /Ben.? is muted for 1 hour/);
    expect(await ada.focus()).toBe("Ben: Buy my watches!");
    await ben.page
      .getByText(/You are muted here until/)
      .first()
      .waitFor();
    await undo(ada);
    await toast(ada, /no longer muted/);
    await ben.sends("Sorry.");
    await ada.sees("Sorry.");
    expect([ada.console, ben.console]).toEqual([[], []]);
  });

  it("W26 a banned person loses the connection and what they wrote, and can come back after undo", async () => {
    const [ada, ben] = await ownerAndBen(at("/banning"), size);
    await ada.chooses("Ban…", "Buy my watches!");
    const dialog = ada.page.getByRole("dialog", { name: /^Ban .?Ben.?\?$/ });
    await dialog.getByRole("radio", { name: "7 days" }).check();
    await dialog.getByText(/can neither read nor write here/).waitFor();
    await dialog.getByText(/same address can read, but not write, for 1 day/).waitFor(); // W26: at most 24 hours
    await dialog.getByRole("radio", { name: "10 minutes" }).check();
    await confirm(ada, "Ban");
    await toast(ada, /banned for 7 days/);
    await ada.page.locator(".message .text", { hasText: "Buy my watches!" }).waitFor({ state: "detached" });
    await ben.page
      .getByText(/You are banned from this channel until/)
      .first()
      .waitFor();
    await undo(ada);
    await toast(ada, /no longer banned/);
    await ben.opens(at("/banning"));
    expect(ada.console).toEqual([]);
  });

  it("W24 a message is pinned by its menu and unpinned in the panel", async () => {
    const [ada] = await ownerAndBen(at("/pinning"), size);
    await ada.chooses("Pin", "Buy my watches!");
    await toast(ada, "Message pinned.");
    await ada.opensPanel("settings");
    await ada.page.getByRole("button", { name: "Unpin: Buy my watches!" }).click();
    await ada.page.getByText("Nothing is pinned.").waitFor();
    await toast(ada, "Message unpinned.");
    await ada.page.locator("dialog .notice").getByRole("button", { name: "Undo" }).click();
    await ada.page.getByRole("button", { name: "Unpin: Buy my watches!" }).waitFor();
  });

  it("W28 a report shows at the shield, is listed with its reason, and is resolved", async () => {
    const [ada] = await ownerAndBen(at("/reporting"), size);
    await report(site.url, at("/reporting").slice(1), 2, "An advertisement.");
    await ada.page.getByRole("button", { name: "Manage the channel: 1 open report" }).click();
    await ada.page.getByText("An advertisement.").waitFor();
    await ada.page.locator("dialog").getByText("Buy my watches!").waitFor();
    await ada.page.getByRole("button", { name: "Resolve" }).click();
    await ada.page.getByText("There are no open reports.").waitFor();
    await ada.page.keyboard.press("Escape");
    await expect.poll(() => ada.focus()).toBe("Manage the channel");
  });
});

describe("by keyboard alone", () => {
  it("the panel opens, its tabs follow the arrow keys, and Escape returns to the shield", async () => {
    const [ada] = await ownerAndBen("/panel/keys");
    await ada.page.getByRole("button", { name: "Manage the channel" }).focus();
    await ada.page.keyboard.press("Enter");
    await expect.poll(() => ada.focus()).toBe("Settings");
    for (const tab of ["People", "Sanctions", "Reports", "Log", "Settings"]) {
      await ada.page.keyboard.press("ArrowRight");
      expect(await ada.focus()).toBe(tab);
      expect(await ada.page.getByRole("tab", { selected: true }).textContent()).toBe(tab);
    }
    await ada.page.keyboard.press("End");
    await ada.page.getByText("No one has done anything here").waitFor();
    await ada.page.keyboard.press("Home");
    await ada.page.keyboard.press("Tab");
    await ada.page.keyboard.press("Tab");
    await ada.page.keyboard.type("Watches");
    await ada.page.keyboard.press("Enter");
    await ada.page.getByText("Saved.").waitFor();
    await ada.page.keyboard.press("Escape");
    await expect.poll(() => ada.focus()).toBe("Manage the channel");
    expect(ada.console).toEqual([]);
  });

  it("Delete removes someone else's message, Ctrl+Z brings it back, and a dialog returns to its message", async () => {
    const [ada, ben] = await ownerAndBen("/acts/keys");
    await goesTo(ada, "Buy my watches!");
    await ada.page.keyboard.press("Delete");
    await toast(ada, "Message removed.");
    await ada.page.keyboard.press("Control+z");
    await ben.sees("Buy my watches!");
    await goesTo(ada, "Buy my watches!");
    await ada.page.keyboard.press("Enter");
    await ada.page.getByRole("menuitem", { name: "Ban…" }).waitFor();
    await ada.page.keyboard.press("End");
    await ada.page.keyboard.press("ArrowUp");
    await ada.page.keyboard.press("Enter"); // opens the dialog, and does not confirm it
    await ada.page.getByRole("dialog", { name: /^Ban .?Ben.?\?$/ }).waitFor();
    await ada.page.keyboard.press("Enter"); // nor does this one ban him
    await ada.page.keyboard.press("ArrowRight");
    await ada.page.getByText(/For 7 days/).waitFor();
    await ada.page.keyboard.press("Escape");
    await expect.poll(() => ada.focus()).toBe("Ben: Buy my watches!");
    expect(ada.console).toEqual([]);
  });
});

it("the Delete key removes a message though the code for staff is still loading", async () => {
  const [ada, ben] = await ownerAndBen("/acts/early");
  const held = Promise.withResolvers<void>();
  const early = await ada.inAnotherBrowser();
  await early.page.route(/\/staff-.*\.js$/, (route) => held.promise.then(() => route.continue()));
  await early.opens("/acts/early");
  await goesTo(early, "Buy my watches!");
  await early.page.keyboard.press("Delete");
  held.resolve();
  await ben.page.locator(".message .text", { hasText: "Buy my watches!" }).waitFor({ state: "detached" });
});

describe("settings", () => {
  it("W24 what was typed stays when another change arrives, and when the panel is closed", async () => {
    const [ada] = await ownerAndBen("/drafts");
    const second = await ada.inAnotherTab();
    await second.opens("/drafts");
    await ada.opensPanel("settings");
    await ada.page.getByLabel("Topic").fill("Watches, and");
    await second.opensPanel("settings");
    await second.page.getByLabel("Topic").fill("No watches");
    await second.page.keyboard.press("Enter");
    await second.page.getByText("Saved.").waitFor();
    await ada.page.getByText("Now: No watches").waitFor();
    expect(await ada.page.getByLabel("Topic").inputValue()).toBe("Watches, and");
    await ada.page.keyboard.press("Escape");
    await ada.opensPanel("settings");
    expect(await ada.page.getByLabel("Topic").inputValue()).toBe("Watches, and");
    await ada.page.getByRole("button", { name: "Discard" }).click();
    expect(await ada.page.getByLabel("Topic").inputValue()).toBe("No watches");
  });

  it("W29 before a channel becomes private, the panel says who becomes a member; before messages are deleted, that they are", async () => {
    const [ada] = await ownerAndBen("/private");
    await ada.opensPanel("settings");
    await ada.page.getByLabel("Who can read").selectOption("Members and staff only");
    await ada.page.getByText("Everyone who is online now becomes a member (2).").waitFor();
    await ada.page.getByRole("button", { name: "Save", exact: true }).click();
    await ada.page.getByText("Only members and staff see anything of this channel.").waitFor();
    await ada.page.getByLabel("How long messages are kept").selectOption("7 days");
    await ada.page.getByText("Messages older than 7 days are deleted for everyone.").waitFor();
    await ada.page.getByRole("button", { name: "Save, and delete older messages" }).waitFor();
  });

  it("W24 what is set now is in a line of its own, and after two changes there is one “Saved.”", async () => {
    const [ada] = await ownerAndBen("/saved");
    await ada.opensPanel("settings");
    await ada.page.getByLabel("Topic").fill("Watches");
    await ada.page.keyboard.press("Enter");
    await toast(ada, "Saved.");
    await ada.page.getByLabel("Slow mode").selectOption({ index: 1 });
    const [effect, now] = [ada.page.getByText("Each person can send one message"), ada.page.getByText("Now: Off")];
    const [above, below] = [(await effect.boundingBox())!, (await now.boundingBox())!];
    expect(below.y).toBeGreaterThanOrEqual(above.y + above.height - 1);
    await ada.page.getByRole("button", { name: "Save", exact: true }).click();
    await now.waitFor({ state: "detached" });
    await toast(ada, "Saved.");
    expect(await ada.page.getByText("Saved.").count()).toBe(1);
  });

  it("offline, a change is refused with a sentence and stays in its box", async () => {
    const [ada] = await ownerAndBen("/offline");
    await ada.opensPanel("settings");
    await ada.goesOffline();
    await ada.page.getByLabel("Topic").fill("Watches");
    await ada.page.keyboard.press("Enter");
    await ada.page.locator(".setting .problem").filter({ hasText: /\w/ }).waitFor();
    expect(await ada.page.getByLabel("Topic").inputValue()).toBe("Watches");
  });
});

describe("people", () => {
  it("W23 an owner makes a moderator, who then sees the shield, and takes the role back by undo", async () => {
    const [ada, ben] = await ownerAndBen("/roles");
    await ada.opensPanel("people");
    await choosesFor(ada, "Ben", "Make moderator");
    await toast(ada, /is a moderator now/);
    await ben.page.getByRole("button", { name: "Manage the channel" }).click();
    expect(await ben.page.getByLabel("Who can write").count()).toBe(1);
    expect(await ben.page.getByLabel("Who can read").count()).toBe(0); // that is for owners
    await ada.page.locator("dialog .notice").getByRole("button", { name: "Undo" }).click();
    await ben.page.getByRole("dialog", { name: "Manage the channel" }).waitFor({ state: "detached" });
    await ben.page.getByRole("button", { name: "Manage the channel" }).waitFor({ state: "detached" });
    await ben.clicksAction("More", "Hello.");
    await ben.page.getByRole("menuitem", { name: "Reply" }).waitFor();
    expect(await ben.page.getByRole("menuitem", { name: "Pin" }).count()).toBe(0);
  });

  it("W23 the last owner cannot resign, and is told why", async () => {
    const [ada] = await ownerAndBen("/last-owner");
    await ada.opensPanel("people");
    await choosesFor(ada, "Ada", "Give up your role");
    await toast(ada, /keeps its last owner/);
  });

  it("W23 an invitation's link is shown once; whoever opens it gets the role, until it is revoked", async () => {
    const [ada, ben] = await ownerAndBen("/inviting");
    await ada.opensPanel("people");
    await ada.page.getByRole("combobox", { name: "Role" }).selectOption("Moderator");
    await ada.page.getByLabel("Number of uses").fill("2");
    await ada.page.getByRole("button", { name: "Create the link" }).click();
    const link = await ada.page.getByLabel("The link", { exact: true }).inputValue();
    expect(link).toMatch(/\/inviting#key=[\w-]{22}$/);
    await ben.page.goto(link);
    await ben.page.getByRole("button", { name: "Manage the channel" }).waitFor();
    await ada.page.getByText("Moderator, 2 uses, until").waitFor();
    await ada.page.getByRole("button", { name: "Revoke" }).click();
    await toast(ada, "no longer valid");
    await ada.page.getByText("Moderator, 2 uses, until").waitFor({ state: "detached" });
  });
});

it.each(["de", "fr", "es", "pt-BR"] as const)("on a phone, the tabs of the panel are in one row: %s", async (language) => {
  const ada = await site.visitor({ ...WINDOWS.phone, language });
  await ada.opens(`/tabs/${language.toLowerCase()}`);
  await ada.sends("Mine.");
  await ada.opensPanel("log");
  const tops = await ada.page.getByRole("tab").evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
});

it("W27 the log says what was done, shows the removed text, and restores it", async () => {
  const [ada, ben] = await ownerAndBen("/log");
  await ada.chooses("Remove", "Buy my watches!");
  await toast(ada, "Message removed.");
  await ada.opensPanel("log");
  const entry = ada.page.getByRole("listitem").filter({ hasText: /removed a message by/ });
  await entry.getByText("Buy my watches!").waitFor();
  expect(await entry.locator("bdi").allInnerTexts()).toEqual(["Ada", "Ben"]); // not one name, whatever is between them
  await entry.getByRole("button", { name: "Restore" }).click();
  await ada.page
    .getByText(/restored a message/)
    .first()
    .waitFor();
  await ben.sees("Buy my watches!");
  expect(await entry.getByText("Buy my watches!").count()).toBe(0);
});

it("W26 the sanctions are listed with their end, and are ended there", async () => {
  const [ada, ben] = await ownerAndBen("/sanctions");
  await ada.opensPanel("people");
  await choosesFor(ada, "Ben", "Mute…");
  await confirm(ada, "Mute");
  await toast(ada, /is muted for 10 minutes/);
  await ada.page.getByRole("tab", { name: "Sanctions" }).click();
  await ada.page.getByText(/until .* by .*Ada/).waitFor();
  await ada.page.getByRole("button", { name: "Unmute" }).click();
  await ada.page.getByText("Nobody is muted or banned.").waitFor();
  await ben.sends("Thank you.");
  await ada.sees("Thank you.");
});

it("W24 an owner reads how much is kept and since when, beside links to take it along", async () => {
  const [ada] = await ownerAndBen("/kept");
  await ada.page.getByRole("button", { name: "Manage the channel" }).click();
  await ada.page.getByText(/^2 messages are kept, the oldest from .+\.$/).waitFor();
  const [download] = await Promise.all([
    ada.page.waitForEvent("download"),
    ada.page.getByRole("link", { name: ada.words.exportLinks.html }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("kept.html");
});
