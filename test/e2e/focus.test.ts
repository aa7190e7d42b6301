/** The focus: it stays where its user has put it, and moves to what is next to an element that disappears. */
import { describe, expect, it } from "vitest";
import { say } from "./support/program";
import { goesTo, personWith } from "./support/rows";
import { setupSite } from "./support/site";
import { Wire } from "./support/wire";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });
const { visitor } = site;
const ada = (path: string, ...texts: string[]) => personWith(site, path, ...texts);

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
    await ben.clicksAction("React with 👍", "one");
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
      await who.clicksAction(`React with ${emoji}`, "one");
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
    await who.sends("one");
    await who.sees("one");
    await who.box.press("ArrowUp");
    await who.box.fill("two");
    await who.box.press("Enter");
    await who.hasLoaded("MessageActions"); // loaded later than what keeps the focus
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
    await ben.clicksAction("React with 👍", "some words");
    await who.seesReaction("👍", 1, false, "some words");
    expect(await who.focus()).toBe("https://a.example");
    expect(await who.page.evaluate(() => String(getSelection()))).toBe("const");
    expect(await who.page.locator("#the-same").count()).toBe(1);
  });
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
