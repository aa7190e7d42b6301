/** Nothing in the page moves by itself, and it can be read before its scripts arrive. For speed see test/bench/page.ts. */
import type { Page, Route } from "playwright-core";
import { expect, it } from "vitest";
import { inPieces } from "./support/in-pieces";
import { Visitor } from "./support/people";
import { connect, sayBy, say, talk } from "./support/program";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";

const MAX_SHIFT = 0.02; // of the page's cumulative layout shift
const STEP = 600; // px, nearly a screen

const site = setupSite({ vars: { LIMITS_SCALE: 10_000 } });

it.each(Object.entries(WINDOWS))(
  "%s, hardly anything moves from the first byte to the first live messages",
  async (name, size) => {
    for (const [channel, said] of [
      [`new/${name}`, 0],
      [`short/${name}`, 3],
      [`long/${name}`, 120],
    ] as const) {
      if (said > 0) await say(site.url, channel, talk(said));
      const ada = await site.visitor(size);
      await ada.watchesShifts();
      await ada.opens(`/${channel}`);
      const program = await connect(site.url, channel, "Ben"); // one author: two of a name would get tags, which move what is beside them
      for (const text of ["first", "second\nof two lines", "third"]) {
        await sayBy(program, [text]);
        await ada.sees(text);
      }
      expect(await ada.shifts(), channel).toBeLessThan(MAX_SHIFT);
    }
  },
);

it.each(Object.entries(WINDOWS))("%s, nothing moves where the page itself comes in pieces", async (name, size) => {
  await say(site.url, `pieces/${name}`, talk(60));
  await using slow = await inPieces(site.url, ['<footer class="writing"', 'class="name-box"', 'class="composer-field"']);
  const ada = await Visitor.of(site.browser, slow.url, size);
  await ada.watchesShifts();
  await ada.page.routeWebSocket(/\/_ws\//, () => undefined); // never answers: what is said of a connection that fails may move
  await ada.visits(`/pieces/${name}`);
  await ada.hasLoaded("when-idle");
  expect(await ada.shifts()).toBeLessThan(MAX_SHIFT / 2); // what the script itself moves, out of sight
  await ada.page.context().close();
});

it("the history can be read before any script arrives, and text typed until then is kept", async () => {
  await say(site.url, "early", ["one", "two", "three"]);
  const ada = await site.visitor();
  const scripts = Promise.withResolvers<void>();
  await ada.page.route(/\.js$/, (route) => scripts.promise.then(() => route.continue()));
  await ada.page.goto(`${site.url}/early`, { waitUntil: "commit" }); // it is not loaded until they are
  await ada.page.getByText("three").waitFor();
  expect(await ada.texts()).toEqual(["one", "two", "three"]);
  await ada.writes("a thought");
  scripts.resolve();
  await ada.isOnline();
  expect(await ada.page.getByLabel(/^Message to/).inputValue()).toBe("a thought");
  expect(await ada.texts()).toEqual(["one", "two", "three"]);
  expect(ada.console).toEqual([]);
});

it("a reader who scrolls up before any script arrives is not taken to be at the end", async () => {
  await say(site.url, "early/reader", talk(60));
  const ada = await site.visitor();
  const scripts = Promise.withResolvers<void>();
  await ada.page.route(/\.js$/, (route) => scripts.promise.then(() => route.continue()));
  await ada.page.goto(`${site.url}/early/reader`, { waitUntil: "commit" });
  await ada.page.getByText("message 60", { exact: true }).waitFor();
  await ada.page.evaluate(() => document.querySelector(".scroller")!.scrollBy(0, -500));
  scripts.resolve();
  await ada.isOnline();
  await ada.page.getByRole("button", { name: "To the newest message" }).waitFor();
});

it("typing while the scripts load, between any two of them, loses no letter and keeps the focus", async () => {
  const ada = await site.visitor();
  let typed = "";
  const focused = Promise.withResolvers<void>();
  let before = focused.promise;
  await ada.page.route(/\.js$/, (route) => (before = before.then(() => typesFirst(route))));
  const typesFirst = async (route: Route): Promise<void> => {
    const letter = "abcdefghijklmnopqrstuvwxyz"[typed.length]!;
    typed += letter;
    await ada.page.keyboard.press(letter);
    await route.continue();
  };
  await ada.page.goto(`${site.url}/eager`, { waitUntil: "commit" });
  await ada.box.focus();
  focused.resolve();
  await ada.isOnline();
  await ada.page.unrouteAll({ behavior: "wait" }); // from now on nothing is typed
  expect(typed).not.toBe("");
  expect(await ada.box.inputValue()).toBe(typed);
  expect(await ada.focus()).toBe("Message to eager");
  expect(ada.console).toEqual([]);
});

it.each([
  ["wide", 2_000], // as many as the page holds
  ["phone", 500],
] as const)(
  "%s, scrolling through %i messages moves them by exactly the scrolled pixels",
  async (name, messages) => {
    await say(site.url, `pages/${name}`, talk(messages));
    const ada = await site.visitor(WINDOWS[name]);
    await ada.opens(`/pages/${name}`);
    const up = await scrolls(ada.page, -STEP);
    await ada.sees("message 1");
    const down = await scrolls(ada.page, STEP);
    await ada.sees(`message ${messages}`);
    for (const { steps, lost, jump } of [up, down]) {
      expect(steps).toBeGreaterThan(messages / 20);
      expect(lost).toEqual([]);
      expect(jump).toBeLessThanOrEqual(1);
    }
    expect(ada.console).toEqual([]);
  },
  180_000,
);

/**
 * Scrolls to the list's end in the direction of `step`, so many pixels at a time, and follows at each step the row in the
 * middle of the screen: how many steps there were, which rows went from the page while they were followed, and by how many pixels
 * at most one moved otherwise than it was scrolled.
 */
function scrolls(page: Page, step: number): Promise<{ steps: number; lost: string[]; jump: number }> {
  return page.evaluate(async (step) => {
    const scroller = document.querySelector<HTMLElement>(".scroller")!;
    const { top, height } = scroller.getBoundingClientRect();
    const distance = (row: Element) => Math.abs(row.getBoundingClientRect().top - (top + height / 2));
    const found = { steps: 0, lost: [] as string[], jump: 0 };
    for (let still = 0; still < 10 || document.querySelector(".older")!.textContent !== ""; found.steps++) {
      const row = [...document.querySelectorAll(".message")].reduce((a, b) => (distance(a) < distance(b) ? a : b));
      const before = row.getBoundingClientRect().top;
      const from = scroller.scrollTop;
      scroller.scrollBy({ top: step, behavior: "instant" });
      const scrolled = scroller.scrollTop - from;
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame); // the list is told, and follows
      if (row.isConnected) found.jump = Math.max(found.jump, Math.abs(row.getBoundingClientRect().top - (before - scrolled)));
      else found.lost.push(`${row.textContent} at step ${found.steps}`);
      still = scrolled === 0 ? still + 1 : 0;
    }
    return found;
  }, step);
}
