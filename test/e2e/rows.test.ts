/** The rows of the message list by keyboard and mouse: the focus stays, and a key acts on the focused row. */
import { describe, expect, it } from "vitest";
import { say } from "./support/program";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";
import { Wire } from "./support/wire";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });
const { visitor } = site;

/** Ada in a channel where she has said these. */
async function ada(path: string, ...texts: string[]): Promise<Visitor> {
  const ada = await visitor();
  await ada.opens(path);
  await ada.isCalled("Ada");
  for (const text of texts) {
    await ada.says(text);
    await ada.sees(text);
  }
  return ada;
}

/** By keyboard alone, from the list to the row with this text. */
async function goesTo(who: Visitor, text: string): Promise<void> {
  await who.page.locator(".scroller").focus();
  for (let rows = await who.page.locator(".message").count(); rows > 0; rows--) {
    await who.page.keyboard.press("ArrowUp");
    await expect.poll(() => who.focus()).toMatch(/: /); // what follows the first key is loaded by it
    if ((await who.focus())?.endsWith(`: ${text}`)) return;
  }
  throw new Error(`There is no row “${text}”.`);
}

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

describe("the focus", () => {
  it("stays in a message's toolbar while the message changes", async () => {
    const [who, ben] = [await ada("/rows/echo", "one"), await visitor()];
    await ben.opens("/rows/echo");
    await goesTo(who, "one");
    await who.page.keyboard.press("Tab");
    expect(await who.focus()).toBe("React with 👍");
    await who.page.keyboard.press("Enter");
    await who.seesReaction("👍", 1, true, "one");
    expect(await who.focus()).toBe("React with 👍");
    await ben.does("React with 👍", "one");
    await who.seesReaction("👍", 2, true, "one");
    expect(await who.focus()).toBe("React with 👍");
  });

  it("moves from a message's toolbar to the message when the mouse moves the toolbar to another row", async () => {
    const who = await ada("/rows/taken", "one", "two");
    await goesTo(who, "one");
    await who.page.keyboard.press("Tab");
    await who.message("two").hover();
    await who.message("two").getByRole("toolbar").waitFor();
    expect(await who.focus()).toBe("Ada: one");
  });

  it("moves from a removed reaction to its message, never to another reaction", async () => {
    const who = await ada("/rows/chips", "one");
    for (const emoji of ["👍", "😂"]) {
      await who.does(`React with ${emoji}`, "one");
      await who.seesReaction(emoji, 1, true, "one");
    }
    await goesTo(who, "one");
    await who.page.keyboard.press("Tab");
    expect(await who.focus()).toMatch(/^👍/);
    await who.page.keyboard.press("Space");
    await who.message("one").locator(".reaction", { hasText: "👍" }).waitFor({ state: "detached" });
    expect(await who.focus()).toBe("Ada: one");
    await who.seesReaction("😂", 1, true, "one");
  });

  it("moves from a discarded edit to its message", async () => {
    const who = await visitor();
    const wire = await Wire.of(who.page);
    wire.tamper = (frame) => frame.replace('"text":"two"', '"text":""'); // a version of the page that knew no better
    await who.opens("/rows/refused");
    await who.isCalled("Ada");
    await who.says("one");
    await who.sees("one");
    await who.box.press("ArrowUp");
    await who.box.fill("two");
    await who.box.press("Enter");
    await who.page.getByRole("button", { name: "Discard" }).press("Enter");
    await expect.poll(() => who.focus()).toBe("Ada: one");
  });

  it("moves from a channel that is removed from the list to the next one", async () => {
    const who = await visitor();
    for (const path of ["/rows/b", "/rows/c", "/rows/a"]) await who.opens(path);
    for (const next of ["rows/c", "rows/a"]) {
      const forget = who.page.locator(".side-bar").getByRole("button", { name: /^Remove .* from the list$/ });
      await forget.first().press("Enter");
      await expect.poll(() => who.focus()).toContain(next);
    }
  });

  it("and the selection stay while the message gets a reaction, and code keeps its colours", async () => {
    await say(site.url, "rows/selected", ["some words, https://a.example\n```ts\nconst a = 1;\n```"]);
    const [who, ben] = [await visitor(), await visitor()];
    await Promise.all([who.opens("/rows/selected"), ben.opens("/rows/selected")]);
    await who.page.locator(".code-kwd").waitFor();
    await who.page.getByRole("link", { name: "https://a.example" }).focus();
    await who.page.evaluate(() => {
      document.querySelector(".code-kwd")!.id = "the-same";
      getSelection()!.selectAllChildren(document.querySelector(".code-kwd")!);
    });
    await ben.does("React with 👍", "some words");
    await who.seesReaction("👍", 1, false, "some words");
    expect(await who.focus()).toBe("https://a.example");
    expect(await who.page.evaluate(() => String(getSelection()))).toBe("const");
    expect(await who.page.locator("#the-same").count()).toBe(1);
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

describe("the text box", () => {
  it("has the focus after a channel is opened or changed", async () => {
    const who = await visitor();
    await who.opens("/rows/first");
    expect(await who.focus()).toBe("Message to rows/first");
    await who.opens("/rows/second");
    await who.page.locator(".side-bar").getByRole("link", { name: "rows/first" }).click();
    await expect.poll(() => who.focus()).toBe("Message to rows/first");
    await who.page.keyboard.press("Control+k");
    await who.page.keyboard.type("rows/third");
    await who.page.keyboard.press("Enter");
    await expect.poll(() => who.focus()).toBe("Message to rows/third");
  });

  it("does not take the focus from an element that the user focused earlier", async () => {
    const who = await visitor();
    const held = Promise.withResolvers<void>();
    await who.page.route(/\.js$/, (route) => held.promise.then(() => route.continue()));
    await who.page.goto(`${site.url}/rows/faster`, { waitUntil: "commit" });
    const name = who.page.getByLabel("Your name");
    await name.focus();
    held.resolve();
    await who.isOnline();
    expect(await name.evaluate((box) => box === document.activeElement)).toBe(true);
  });

  it("does not open a phone's keyboard by itself", async () => {
    const who = await visitor({ width: 390, height: 844, hasTouch: true });
    await who.opens("/rows/phone");
    expect(await who.focus()).toBeUndefined();
  });
});
