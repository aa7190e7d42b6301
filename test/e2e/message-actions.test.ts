/** Message actions: reply, react, edit, delete and undo, by mouse, touch and keyboard. */
import { describe, expect, it } from "vitest";
import { violations } from "./support/axe";
import type { PersonOptions } from "./support/browser";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";
import { adaAndBen } from "./support/two-people";
import { Wire } from "./support/wire";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } }); // more people than may come from one address in a minute
const { visitor } = site;
const two = (path: string, ofBen?: PersonOptions, ofAda?: PersonOptions) => adaAndBen(site, path, ofBen, ofAda);

describe.each(Object.values(WINDOWS))("at $width pixels", (size) => {
  const at = (path: string) => `${path}-${size.width}`;

  it("W7 arrow up in an empty box edits the last own message; Escape cancels and restores the draft", async () => {
    const [ada, ben] = await two(at("/editing"), size);
    await ada.box.press("ArrowUp");
    expect(await ada.box.inputValue()).toBe("Hello.");
    await ada.box.press("Escape");
    expect(await ada.box.inputValue()).toBe("");
    await ada.box.press("ArrowUp");
    await ada.box.fill("Hello, Ben.");
    await ada.box.press("Enter");
    await ben.sees("Hello, Ben.");

    await ada.writes("A draft");
    await ada.clicksAction("More", "Hello, Ben.");
    await ada.page.getByRole("menuitem", { name: "Edit" }).click();
    expect(await ada.box.inputValue()).toBe("Hello, Ben.");
    await ada.box.press("Escape");
    expect(await ada.box.inputValue()).toBe("A draft");
    expect([ada.console, ben.console]).toEqual([[], []]);
  });

  it("W4 a reply names its message in the composer and on the wire; Escape cancels it", async () => {
    const [ada, ben] = await two(at("/replying"), size);
    const wire = await Wire.of(ben.page);
    const replies: unknown[] = [];
    wire.tamper = (frame) => {
      if (frame !== "ping") replies.push((JSON.parse(frame) as { d?: { reply?: number } }).d?.reply);
      return frame;
    };
    await ben.opens(at("/replying"));
    await ben.clicksAction("Reply", "Hello.");
    expect((await ben.page.locator(".composer-mode").textContent())!).toContain("Replying to Ada: Hello.");
    expect(await ben.focus()).toMatch(/^Message to/);
    await ben.box.press("Escape");
    await ben.page.locator(".composer-mode").waitFor({ state: "detached" });
    await ben.clicksAction("Reply", "Hello.");
    await ben.sends("Hello to you.");
    await ada.sees("Hello to you.");
    expect(replies).toContain(1);
    await ben.page.locator(".composer-mode").waitFor({ state: "detached" });
  });

  it("W7 both users see a reaction, and a second click removes it", async () => {
    const [ada, ben] = await two(at("/reacting"), size);
    await ben.chooses("React with 👍", "Hello.");
    await ben.page.keyboard.press("Escape");
    await ben.seesReaction("👍", 1, true, "Hello.");
    await ada.seesReaction("👍", 1, false, "Hello.");
    await ada.message("Hello.").locator(".reaction").first().click();
    await Promise.all([ada.seesReaction("👍", 2, true, "Hello."), ben.seesReaction("👍", 2, true, "Hello.")]);
    await ada.message("Hello.").locator(".reaction").first().hover();
    await ada.message("Hello.").locator('.reaction[data-who="Ben and You"]').waitFor(); // the channel tells who is there once a second
    await ada.message("Hello.").locator(".reaction").first().click();
    await ben.seesReaction("👍", 1, true, "Hello.");
    expect([ada.console, ben.console]).toEqual([[], []]);
  });

  it("any emoji from the picker can be a reaction, found by name", async () => {
    const [ada, ben] = await two(at("/picking"), size);
    await ben.chooses("React", "Hello.");
    await ben.page.getByLabel("Search emoji").pressSequentially("tada");
    await ben.page.locator(".emoji", { hasText: "🎉" }).waitFor();
    await ben.page.keyboard.press("Enter");
    await ada.seesReaction("🎉", 1, false, "Hello.");
    expect(await ben.focus()).toContain("Hello.");
  });

  it("W7 a deletion can be undone; once its toast closes, the text is gone for everyone", async () => {
    const [ada, ben] = await two(at("/deleting"), size);
    await ada.chooses("Delete", "Hello.");
    await ada.page.getByText("This message was deleted.").waitFor();
    await ada.page.getByRole("button", { name: "Undo" }).click();
    await ada.sees("Hello.");
    expect(await ada.focus()).toMatch(/^Message to/);
    await ada.sends("Still here."); // had the deletion been sent, it would be there before this
    await ben.sees("Still here.");
    expect(await ben.texts()).toEqual(["Hello.", "Still here."]);

    await ada.chooses("Delete", "Hello.");
    await ada.page.getByRole("button", { name: "Close" }).click();
    await ben.page.getByText("This message was deleted.").waitFor();
    expect(await ada.texts()).toEqual(await ben.texts());
  });
});

describe("by keyboard alone", () => {
  it("goes from the text box to a message, reacts, replies, edits, deletes, undoes, and goes back", async () => {
    const [ada, ben] = await two("/keyboard");
    await ada.page.locator(".scroller").focus();
    await ada.page.keyboard.press("ArrowUp");
    await expect.poll(() => ada.focus()).toBe("Ada: Hello."); // what follows the first key is loaded by it
    await ada.page.keyboard.press("+");
    await ada.page.getByLabel("Search emoji").pressSequentially("+1");
    await ada.page.locator(".emoji", { hasText: "👍" }).waitFor();
    await ada.page.keyboard.press("Enter");
    await ben.seesReaction("👍", 1, false, "Hello.");
    expect(await ada.focus()).toBe("Ada: Hello.");

    await ada.page.keyboard.press("e");
    expect(await ada.box.inputValue()).toBe("Hello.");
    await ada.page.keyboard.type(" Again");
    await ada.page.keyboard.press("Enter");
    await ben.sees("Hello. Again");

    await ada.page.locator(".scroller").focus();
    await ada.page.keyboard.press("ArrowUp");
    await ada.page.keyboard.press("Enter");
    await ada.page.getByRole("menu").waitFor();
    await ada.page.keyboard.press("Escape");
    await ada.page.getByRole("menu").waitFor({ state: "detached" });
    expect(await ada.focus()).toBe("Ada: Hello. Again");
    await ada.page.keyboard.press("Delete");
    await ada.page.getByText("This message was deleted.").waitFor();
    await ada.page.keyboard.press("Control+z");
    await ada.sees("Hello. Again");
    await ada.page.keyboard.press("r");
    expect(await ada.focus()).toMatch(/^Message to/);
    expect([ada.console, ben.console]).toEqual([[], []]);
  });

  it("a question mark opens the shortcuts, but not in a text box; closing returns the focus", async () => {
    const ada = await (await visitor()).opens("/keys");
    await ada.writes("Why?");
    expect(await ada.page.getByRole("dialog").count()).toBe(0);
    await ada.page.locator(".scroller").focus();
    await ada.page.keyboard.press("?");
    await ada.page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await ada.page.keyboard.press("Escape");
    await ada.page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => ada.focus()).toBe("Messages");
    expect(ada.console).toEqual([]);
  });
});

it("a long press on a message opens its menu, which passes axe", async () => {
  const [ada, ben] = await two("/touch", { ...WINDOWS.phone, hasTouch: true }, WINDOWS.wide);
  const touch = await ben.page.context().newCDPSession(ben.page);
  const { x, y } = (await ben.message("Hello.").boundingBox())!;
  const point = { x: x + 60, y: y + 20 };
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
  await ben.page.getByRole("menu").waitFor();
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  expect(await violations(ben.page)).toEqual([]);
  await ben.page.getByRole("menuitem", { name: "React with ❤️" }).tap();
  await ada.seesReaction("❤️", 1, false, "Hello.");
  expect([ada.console, ben.console]).toEqual([[], []]);
});

it("a long press on a reaction shows who reacted and when the message came, and adds none; touch targets are 44 px", async () => {
  const [ada, ben] = await two("/touch-reaction", { ...WINDOWS.phone, hasTouch: true }, WINDOWS.wide);
  await ada.chooses("React with 👍", "Hello.");
  await ben.seesReaction("👍", 1, false, "Hello.");
  const chip = ben.message("Hello.").locator(".reaction").first();
  const touch = await ben.page.context().newCDPSession(ben.page);
  const { x, y, height } = (await chip.boundingBox())!;
  expect(height).toBeGreaterThanOrEqual(44);
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: x + 10, y: y + 10 }] });
  const menu = ben.page.getByRole("menu");
  await menu.getByText("👍 1 person: Ada").waitFor();
  await menu.getByText(/\d{4}.*:\d\d:\d\d/).waitFor();
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  expect(await violations(ben.page)).toEqual([]);
  await ben.page.getByRole("menuitem", { name: "Reply" }).tap();
  await ben.seesReaction("👍", 1, false, "Hello.");
});

it("W7 leaving the page commits a deletion that could still be undone", async () => {
  const [ada, ben] = await two("/left");
  await ada.chooses("Delete", "Hello.");
  await ada.page.getByText("This message was deleted.").waitFor();
  await ada.page.goto("about:blank");
  await ben.page.getByText("This message was deleted.").waitFor();
});
