/** Texts while they are written: input methods, touch screens, before the scripts run, across a reload. */
import { describe, expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";

const site = setupSite();
const { visitor } = site;

/** A key that Safari hands out while an input method still has it: it says that nothing is being composed, and gives 229 as its code. */
const pressesWhileComposing = (who: Visitor, key: string) =>
  who.page.evaluate((key) => {
    const init = { key, keyCode: 229, bubbles: true, cancelable: true };
    document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", init));
  }, key);

describe("with an input method, in Safari", () => {
  it("the Enter that accepts a candidate sends nothing, and chooses nothing from a list", async () => {
    const ada = await (await visitor()).opens("/composing");
    await ada.writes("にほんご");
    await pressesWhileComposing(ada, "Enter");
    expect(await ada.box.inputValue()).toBe("にほんご");
    await ada.box.fill("");
    await ada.writes(":tada");
    await ada.page.getByRole("option", { name: ":tada:" }).waitFor();
    await pressesWhileComposing(ada, "Enter");
    expect(await ada.box.inputValue()).toBe(":tada");
    expect(await ada.texts()).toEqual([]);
  });

  it("an Enter or Escape for a candidate does not change the name field", async () => {
    const ada = await (await visitor()).opens("/composing/name");
    const box = ada.page.getByLabel("Your name");
    await box.fill("にほん");
    for (const key of ["Enter", "Escape"]) await pressesWhileComposing(ada, key);
    expect(await box.inputValue()).toBe("にほん");
    expect(await ada.page.evaluate(() => document.cookie)).not.toContain(encodeURIComponent("にほん"));
  });

  it("an Enter for a candidate in the search chooses no emoji", async () => {
    const ada = await (await visitor()).opens("/composing/emoji");
    await ada.page.getByRole("button", { name: "Emoji", exact: true }).click();
    await ada.page.locator(".emoji").first().waitFor();
    await pressesWhileComposing(ada, "Enter");
    expect(await ada.box.inputValue()).toBe("");
    expect(await ada.page.getByRole("dialog", { name: "Choose an emoji" }).count()).toBe(1);
  });
});

describe("before the page's scripts run", () => {
  /** Opens a path whose scripts wait until they are let go. */
  const opensWithoutScripts = async (who: Visitor, path: string) => {
    const scripts = Promise.withResolvers<void>();
    await who.page.route(/\.js$/, (route) => scripts.promise.then(() => route.continue()));
    await who.page.goto(site.url + path, { waitUntil: "commit" });
    return scripts.resolve;
  };

  it("the button loses no text: it sends once they are loaded", async () => {
    const ada = await visitor();
    const letScriptsGo = await opensWithoutScripts(ada, "/early/button");
    await ada.writes("an early thought");
    await ada.page.getByRole("button", { name: "Send" }).click();
    expect(await ada.box.inputValue()).toBe("an early thought");
    letScriptsGo();
    await ada.isOnline();
    expect(await ada.box.inputValue()).toBe("an early thought");
    await ada.page.getByRole("button", { name: "Send" }).click();
    await ada.sees("an early thought");
    expect(await ada.box.inputValue()).toBe("");
    expect([new URL(ada.page.url()).search, ada.console]).toEqual(["", []]);
  });

  it("Enter in the box for another channel, or its button, loses no text", async () => {
    const ada = await visitor();
    const letScriptsGo = await opensWithoutScripts(ada, "/");
    await ada.writes("an early thought");
    await ada.page.getByLabel("Open another channel").fill("design");
    await ada.page.getByLabel("Open another channel").press("Enter");
    await ada.page.getByRole("button", { name: "Open", exact: true }).click();
    letScriptsGo();
    await ada.isOnline();
    expect(await ada.box.inputValue()).toBe("an early thought");
  });

  it("typed text is put after the kept draft", async () => {
    const ada = await (await visitor()).opens("/early/draft");
    await ada.writes("kept");
    const letScriptsGo = await opensWithoutScripts(ada, "/early/draft");
    await ada.writes("typed");
    letScriptsGo();
    await ada.isOnline();
    expect(await ada.box.inputValue()).toBe("kept\ntyped");
  });
});

it("without JavaScript no button or Enter reloads the page, and no box offers a channel that it could not open", async () => {
  const reader = await visitor({ javaScriptEnabled: false });
  await reader.visits("/");
  await reader.box.fill("a thought");
  await reader.page.getByRole("button", { name: "Send" }).click();
  expect(await reader.box.inputValue()).toBe("a thought");
  expect(await reader.page.locator(".open-channel:visible").count()).toBe(0);
});

it("an emoticon and Enter sends the emoticon", async () => {
  const ada = await (await visitor()).opens("/emoticons");
  await ada.writes(":tada"); // the emoji are loaded
  await ada.page.getByRole("option", { name: ":tada:" }).waitFor();
  await ada.box.fill("");
  for (const emoticon of [":DD", ":-D", ":-P", ":PP", ":OO", ":XD", ":33"]) {
    await ada.sends(emoticon);
    await ada.sees(emoticon);
  }
});

it("Enter inserts a suggestion that begins with the typed text; any other must be chosen first", async () => {
  const ada = await (await visitor()).opens("/offers");
  await ada.writes(":invader");
  const offers = ada.page.getByRole("listbox", { name: "Emoji" });
  await offers.waitFor();
  expect(await offers.locator("[aria-selected=true]").count()).toBe(0);
  await ada.page.keyboard.press("ArrowDown");
  expect(await offers.getByRole("option").first().getAttribute("aria-selected")).toBe("true");
  await ada.page.keyboard.press("Enter");
  expect(await ada.box.inputValue()).toBe("👾 ");
  await ada.box.fill("");
  await ada.writes(":tad");
  await ada.page.getByRole("option", { name: ":tada:" }).and(ada.page.locator("[aria-selected=true]")).waitFor();
  await ada.page.keyboard.press("Enter");
  expect(await ada.box.inputValue()).toBe("🎉 ");
  await ada.box.fill("");
  await ada.writes(":he");
  const second = offers.getByRole("option").nth(1);
  await second.waitFor();
  await ada.page.keyboard.press("ArrowDown");
  expect(await second.getAttribute("aria-selected")).toBe("true");
  await ada.box.fill("");
  await ada.writes(":invader");
  await offers.waitFor();
  await ada.page.keyboard.press("Enter");
  await ada.sees(":invader");
});

describe("on a touch screen", () => {
  const phone = { ...WINDOWS.phone, hasTouch: true };

  it("Enter starts a new line, as its label says, and the button sends; so does Ctrl+Enter of a connected keyboard", async () => {
    const ada = await (await visitor(phone)).opens("/touch");
    expect(await ada.box.getAttribute("enterkeyhint")).toBe("enter");
    await ada.writes("one");
    await ada.page.keyboard.press("Enter");
    await ada.writes("two");
    await ada.page.getByRole("button", { name: "Send" }).tap();
    await ada.sees("one\ntwo");
    await ada.writes("three");
    await ada.page.keyboard.press("Control+Enter");
    await ada.sees("three");
  });
});

it("a reload during an edit restores the draft, not the edit as a new message", async () => {
  const ada = await (await visitor()).opens("/edits");
  await ada.sends("Said long ago.");
  await ada.sees("Said long ago.");
  await ada.writes("A draft");
  await ada.chooses("Edit", "Said long ago.");
  await ada.writes(" No: today.");
  await ada.page.goto("about:blank");
  await ada.page.goBack();
  await ada.isOnline();
  expect(await ada.box.inputValue()).toBe("A draft");
});

it("a draft survives a reload and a visit to another channel, which has its own; sending removes it", async () => {
  const ada = await site.visitor();
  const box = ada.page.getByLabel(/^Message to/);
  await ada.opens("/draft/here");
  await ada.writes("half a");
  await ada.page.reload();
  await ada.isOnline();
  expect(await box.inputValue()).toBe("half a");
  await ada.opens("/draft/there");
  expect(await box.inputValue()).toBe("");
  await ada.opens("/draft/here");
  await box.press("End");
  await ada.sends(" thought");
  await ada.sees("half a thought");
  await ada.page.reload();
  await ada.isOnline();
  expect(await box.inputValue()).toBe("");
  expect(ada.console).toEqual([]);
});
