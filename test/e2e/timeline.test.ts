/** The timeline on screen: authors, times, unread messages and replies. */
import { describe, expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { numbered } from "./support/program";
import { setupSite } from "./support/site";
import { Writer } from "./support/writer";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });
const writerIn = (channel: string, name?: string) => Writer.in(site.url, channel, name);

const rowOf = (who: Visitor, text: string) => who.page.locator(".message", { has: who.page.getByText(text, { exact: true }) });
const isOnScreen = (who: Visitor, text: string) =>
  who.page.getByText(text, { exact: true }).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const view = element.closest(".scroller")!.getBoundingClientRect();
    return top >= view.top && bottom <= view.bottom;
  });
const goesUp = (who: Visitor, to: string) => who.page.getByText(to, { exact: true }).scrollIntoViewIfNeeded();

describe.each([
  [1280, 800],
  [390, 844],
])("at %i pixels", (width, height) => {
  const visitor = () => site.visitor({ width, height });

  it("messages of one author form a group; a day begins with its date; hover shows the exact time", async () => {
    const path = `grouping-${width}`;
    using ben = await writerIn(path, "Ben");
    await ben.sends("one", "two");
    const ada = await visitor();
    await ada.opens(`/${path}`);
    await ada.sends("three");
    await ada.sees("three");
    await ben.sends("four");
    await ada.sees("four");
    const names = await ada.authors();
    expect([names.length, names[0], names[2]]).toEqual([3, "Ben", "Ben"]);
    expect(await ada.page.locator(".avatar").first().innerText()).toBe("B");
    expect(await ada.page.locator(".day").allInnerTexts()).toEqual(["Today"]);
    const time = rowOf(ada, "two").locator("time");
    const opacity = () =>
      rowOf(ada, "two")
        .locator(".at")
        .evaluate((element) => getComputedStyle(element).opacity);
    expect(await opacity()).toBe("0");
    await rowOf(ada, "two").focus();
    expect(await opacity()).toBe("1");
    const isWhole = time.evaluate((element) => {
      element.textContent = "12:30 PM"; // as long as times get
      return element.scrollWidth <= element.clientWidth;
    });
    expect(await isWhole).toBe(true);
    expect(await time.getAttribute("title")).toMatch(/\d{4}.*:\d\d:\d\d/);
    expect(ada.console).toEqual([]);
  });

  it("a returning reader sees a line above the new messages, until they write", async () => {
    const path = `coming-back-${width}`;
    using ben = await writerIn(path);
    await ben.sends("read before");
    const ada = await visitor();
    await ada.opens(`/${path}`);
    await ada.sees("read before");
    expect(await ada.page.locator(".fresh").count()).toBe(0);
    await ben.sends("read as it came");
    await ada.sees("read as it came");
    await ada.page.goto("about:blank");
    await ben.sends("new one", "new two");
    await ada.opens(`/${path}`);
    await ada.page.getByText("New messages").waitFor();
    expect(
      await ada.page
        .locator(".message", { has: ada.page.locator(".fresh") })
        .locator(".text")
        .allInnerTexts(),
    ).toEqual(["new one"]);
    await ada.sends("I am back.");
    await ada.page.locator(".fresh").waitFor({ state: "detached" });
    expect(ada.console).toEqual([]);
  });

  it("a reader who has scrolled up sees how many messages came below, and gets there by a button or by sending", async () => {
    const path = `below-${width}`;
    using ben = await writerIn(path);
    await ben.sends(...numbered(1, 60));
    const ada = await visitor();
    await ada.opens(`/${path}`);
    await ada.sees("message 60");
    expect(await ada.page.locator(".to-end").count()).toBe(0);
    await goesUp(ada, "message 25");
    await ada.page.getByRole("button", { name: "To the newest message" }).waitFor();
    await ben.sends("message 61", "message 62");
    await ada.page.getByRole("button", { name: "2 new messages" }).click();
    await ada.page.locator(".to-end").waitFor({ state: "detached" });
    expect(await isOnScreen(ada, "message 62")).toBe(true);
    await goesUp(ada, "message 25");
    await ada.page.locator(".to-end").waitFor();
    await ada.sends("Here I am.");
    await ada.page.locator(".to-end").waitFor({ state: "detached" });
    expect(await isOnScreen(ada, "Here I am.")).toBe(true);
  });

  it("a reply quotes its message and jumps to it by mouse and keyboard, also if it is not loaded yet", async () => {
    const path = `answers-${width}`;
    using ben = await writerIn(path, "Ben");
    const first = await ben.sends("the *very* first");
    await ben.sends(...numbered(1, 200));
    const late = await ben.sends("a late one");
    await ben.answers(first, "to the first");
    await ben.answers(late, "to the late one");
    const ada = await visitor();
    await ada.opens(`/${path}`);
    await ada.sees("to the late one");
    expect(await rowOf(ada, "to the late one").locator(".quote").innerText()).toMatch(/Ben\s+a late one/);
    expect(await rowOf(ada, "to the first").locator(".quote").innerText()).toMatch(/Ben\s+the very first/);
    await rowOf(ada, "to the late one").locator(".quote").click();
    await ada.page.locator(`.message[data-id="${late}"]:focus`).waitFor();
    await rowOf(ada, "to the first").locator(".quote").focus();
    await ada.page.keyboard.press("Enter");
    await ada.page.locator(`.message[data-id="${first}"]:focus`).waitFor();
    await expect.poll(() => isOnScreen(ada, "very")).toBe(true);
    await ada.page.locator(".to-end").click();
    await ada.sees("to the first");
    expect(await rowOf(ada, "to the first").locator(".quote").innerText()).toMatch(/Ben\s+the very first/);
    expect(ada.console).toEqual([]);
  });
});

it("an edited message says so; a deleted one leaves a line, and a reply to it says so, too", async () => {
  using ben = await writerIn("changes");
  const [kept, gone] = [await ben.sends("tpyo"), await ben.sends("oops")];
  await ben.answers(gone, "to what is gone");
  const ada = await site.visitor();
  await ada.opens("/changes");
  await ada.sees("tpyo");
  ben.client.send({ t: "edit", d: { id: kept, text: "typo" } });
  ben.client.send({ t: "delete", d: { id: gone } });
  await ada.sees("typo");
  await ada.sees("This message was deleted.");
  expect(await ada.texts()).toEqual(["typo", "This message was deleted.", "to what is gone"]);
  expect(await rowOf(ada, "typo").locator(".edited").getAttribute("title")).toMatch(/^Edited .*\d{4}/);
  expect(await ada.page.locator(".quote").innerText()).toContain("deleted message");
});

it("a message that mentions the reader stands out; two users with the same name have tags", async () => {
  using ben = await writerIn("mentions", "Ben");
  using other = await writerIn("mentions", "ben");
  const ada = await site.visitor();
  await ada.opens("/mentions");
  await ada.isCalled("Ada Lovelace");
  await ben.sends("hi @ada lovelace", "hi @adam");
  await other.sends("hello");
  await ada.sees("hello");
  expect(await ada.page.locator(".mentions-you .text").allInnerTexts()).toEqual(["hi @ada lovelace"]);
  expect(await ada.page.locator(".mentions-you .mention").innerText()).toBe("@ada lovelace");
  const tags = await ada.page.locator(".message .tag").allInnerTexts();
  expect(tags).toEqual([`#${ben.client.you.slice(0, 4)}`, `#${other.client.you.slice(0, 4)}`]);
});

it("screen readers announce new messages of others, several by their number, and no old ones", async () => {
  using ben = await writerIn("announced", "Ben");
  await ben.sends(...numbered(1, 120));
  const ada = await site.visitor();
  await ada.opens("/announced");
  await ada.sees("message 120");
  const log = ada.page.getByRole("log", { name: "Messages" });
  expect(await log.getAttribute("aria-live")).toBe("off");
  const announcer = ada.page.locator("[aria-live=polite].for-ears");
  await announcer.waitFor({ state: "attached" }); // it comes when the page is at rest, and then knows what was said before
  await ada.page.evaluate(() => new Promise((known) => setTimeout(known)));
  await ben.sends("**hello** there");
  await ada.page.waitForFunction(() => document.querySelector("[aria-live=polite].for-ears")!.textContent === "Ben: hello there");
  await ben.sends("a", "b", "c");
  await goesUp(ada, "message 75");
  await ada.page.locator(".message", { hasText: "message 50" }).waitFor({ state: "attached" });
  // together, unless its pause has ended between two of them
  await announcer.filter({ hasText: /^(3 new messages|2 new messages|Ben: c)$/ }).waitFor({ state: "attached" });
});

it("the focus in a row that leaves the virtual window moves to the list", async () => {
  using ben = await writerIn("focus");
  await ben.sends(...numbered(1, 300));
  const ada = await site.visitor();
  await ada.opens("/focus");
  await ada.sees("message 300");
  await rowOf(ada, "message 300").focus();
  await ada.readsAll();
  expect(await ada.page.evaluate(() => document.activeElement?.className)).toBe("scroller");
});
