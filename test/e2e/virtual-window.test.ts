/** The virtual window of the message list, which is loaded when it is needed. */
import type { Route } from "playwright-core";
import { expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { getsOnScreen, topOf, watchesMoves } from "./support/places";
import { numbered, say, talk } from "./support/program";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";
import { Writer } from "./support/writer";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });

const whenItLoads = (ada: Visitor, handle: (route: Route) => unknown) => ada.page.route(/\/VirtualWindow-[^/]*\.js$/, handle);
const rows = (ada: Visitor) => ada.page.locator(".message").count();

it("the virtual window is not loaded for a list that fits on the screen", async () => {
  await say(site.url, "fits-the-screen", numbered(1, 3));
  const ada = await site.visitor();
  await ada.opens("/fits-the-screen");
  await ada.hasLoaded("MessageActions"); // loaded later than all that an idle page loads
  const files = await ada.page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  expect(files.filter((name) => name.includes("VirtualWindow"))).toEqual([]);
});

it("the virtual window takes over late, and moves a reader who has scrolled up by not a pixel, nor do new messages before and after", async () => {
  await say(site.url, "late-window", talk(50));
  const ada = await site.visitor(WINDOWS.phone);
  const arrives = Promise.withResolvers<void>();
  await whenItLoads(ada, (route) => arrives.promise.then(() => route.continue()));
  await ada.opens("/late-window");
  await ada.message("message 20").scrollIntoViewIfNeeded();
  await ada.listRests();
  const moved = await watchesMoves(ada, "message 20");
  await say(site.url, "late-window", [...talk(60), "before it"]);
  await ada.page.getByText("before it").waitFor({ state: "attached" });
  const before = await rows(ada);
  arrives.resolve();
  await expect.poll(() => rows(ada)).toBeLessThan(before);
  await say(site.url, "late-window", [...talk(60), "after it"]);
  await ada.page.locator(".to-end", { hasText: "122 new" }).waitFor();
  await ada.listRests();
  expect(Math.max(...(await moved()))).toBeLessThan(1);
  expect(ada.console).toEqual([]);
});

it("the virtual window may be missing: the list can be read all the same, a jump finds its message, and a reader is not moved", async () => {
  using ben = await Writer.in(site.url, "no-window", "Ben");
  const first = await ben.sends("the *very* first");
  await say(site.url, "no-window", numbered(2, 130));
  await ben.answers(first, "to the first");
  const ada = await site.visitor();
  await whenItLoads(ada, (route) => route.abort());
  await ada.opens("/no-window");
  await ada.page.locator(".quote").click();
  await ada.page.locator(`.message[data-id="${first}"]:focus`).waitFor();
  await getsOnScreen(ada, "very");
  await ada.listRests();
  const before = await topOf(ada, "very");
  await say(site.url, "no-window", numbered(131, 132));
  await ada.page.locator(".to-end", { hasText: "2 new" }).waitFor();
  expect(Math.abs((await topOf(ada, "very")) - before)).toBeLessThan(1);
  expect(await rows(ada)).toBeGreaterThanOrEqual(50); // those around the first one
  await ada.page.locator(".to-end").click();
  await getsOnScreen(ada, "message 132");
});

it("the virtual window may be missing: a reader at the top of the loaded messages is not taken along to older ones", async () => {
  await say(site.url, "no-window/top", numbered(1, 300));
  const ada = await site.visitor();
  await whenItLoads(ada, (route) => route.abort());
  await ada.opens("/no-window/top");
  await ada.hasLoaded("when-idle");
  await ada.page.locator(".scroller").evaluate((scroller) => scroller.scrollTo({ top: -scroller.scrollHeight }));
  await ada.page.getByText("message 210", { exact: true }).waitFor({ state: "attached" });
  await ada.listRests();
  const top = await topOf(ada, "message 255");
  expect([top > 0, top < ada.page.viewportSize()!.height]).toEqual([true, true]);
});
