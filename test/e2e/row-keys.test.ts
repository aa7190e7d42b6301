/** The keys of a row of the message list, and its menu: a key acts on the focused row. */
import { describe, expect, it } from "vitest";
import { say } from "./support/program";
import type { Visitor } from "./support/people";
import { goesTo, personWith } from "./support/rows";
import { setupSite } from "./support/site";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });
const ada = (path: string, ...texts: string[]) => personWith(site, path, ...texts);

/** A key as a keyboard with another layout sends it. */
async function presses(who: Visitor, key: string, code: string, modifiers = 0): Promise<void> {
  const keyboard = await who.page.context().newCDPSession(who.page);
  await keyboard.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key, code, modifiers });
  await keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", key, code, modifiers });
}

const GONE = "This message was deleted.";

describe("a row's keys", () => {
  it("act on the focused row, wherever the mouse is", async () => {
    const who = await ada("/rows/mouse", "one", "two");
    await goesTo(who, "one");
    await who.message("two").hover();
    await who.message("two").getByRole("toolbar").waitFor();
    await who.page.keyboard.press("Delete");
    await who.page.getByText(GONE).waitFor();
    expect(await who.texts()).toEqual([GONE, "two"]);
  });

  it("do not act on a row that was clicked: typing then writes a message", async () => {
    const who = await ada("/rows/clicked", "one");
    await who.message("one").locator(".text").click();
    await who.page.keyboard.type("recent changes + more");
    expect(await who.box.inputValue()).toBe("recent changes + more");
    expect(await who.page.locator(".composer-mode").count()).toBe(0);
    await who.box.fill("");
    await who.page.locator(".head-name").click();
    await who.page.keyboard.type("hello");
    expect(await who.box.inputValue()).toBe("hello");
    await who.page.locator(".side-bar-settings").click();
    await who.page.getByRole("heading", { name: "Settings" }).waitFor();
    await who.page.keyboard.type("dark");
    expect(await who.box.inputValue()).toBe("hello");
    expect(who.console).toEqual([]);
  });

  it("work on keyboards of other scripts, with Caps Lock, and with the Delete key of a Mac", async () => {
    const who = await ada("/rows/layouts", "one", "two");
    await goesTo(who, "two");
    await presses(who, "к", "KeyR");
    await who.page.getByText("Replying to").waitFor();
    await who.page.keyboard.press("Escape");
    await goesTo(who, "two");
    await presses(who, "E", "KeyE");
    expect(await who.box.inputValue()).toBe("two");
    await who.page.keyboard.press("Escape");
    await goesTo(who, "two");
    await who.page.keyboard.press("Backspace");
    await who.page.getByText(GONE).waitFor();
    await presses(who, "я", "KeyZ", 2);
    await who.page.getByText(GONE).waitFor({ state: "detached" });
    await presses(who, "л", "KeyK", 2);
    expect(await who.focus()).toBe("Open another channel");
  });

  it("Escape moves from the list to the text box, and the list is a single tab stop", async () => {
    await say(site.url, "rows/stops", ["https://a.example", "```\ncode\n```", "https://b.example and https://c.example"]);
    const who = await ada("/rows/stops", "mine");
    await who.message("mine").hover();
    await who.message("mine").getByRole("toolbar").waitFor();
    await who.page.locator(".scroller").focus();
    await who.page.keyboard.press("Escape");
    expect(await who.focus()).toMatch(/^Message to/);
    await who.page.locator(".scroller").focus();
    await who.page.keyboard.press("Tab");
    const isInList = () => who.page.evaluate(() => document.activeElement!.closest(".messages") !== null);
    expect(await isInList()).toBe(false);
    await who.page.keyboard.press("Shift+Tab");
    expect(await who.focus()).toBe("Messages");
    await goesTo(who, "https://b.example and https://c.example");
    await who.page.keyboard.press("Tab");
    expect(await who.focus()).toBe("https://b.example");
    await who.page.keyboard.press("Tab");
    expect(await who.focus()).toBe("https://c.example");
    await who.page.keyboard.press("Escape");
    expect(await who.focus()).toMatch(/^Message to/);
  });
});

it("a right click opens the browser's own menu, also in browsers that do not report the pointer type", async () => {
  const who = await ada("/rows/menu", "one");
  await who.message("one").hover();
  await who.message("one").getByRole("toolbar").waitFor();
  const taken = await who.message("one").evaluate((row) => {
    row.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerType: "mouse", button: 2 }));
    return !row.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
  });
  expect(taken).toBe(false);
  await goesTo(who, "one");
  await who.page.keyboard.press("Shift+F10");
  const byKey = await who
    .message("one")
    .evaluate((row) => !row.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true })));
  expect(byKey).toBe(true);
  await who.page.getByRole("menu").waitFor();
});
