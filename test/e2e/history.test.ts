/** Scrolling back through a channel's history, and a page after a long absence. */
import { describe, expect, it } from "vitest";
import type { ServerEvent } from "../../src/shared/protocol";
import type { Visitor } from "./support/people";
import { getsOnScreen, scrollTo, topOf } from "./support/places";
import { numbered, say } from "./support/program";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });

describe.each([
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
])("the latest 50 messages are there at the end, at $width pixels", (size) => {
  const { width, height } = size;

  async function showsTheLatest(ada: Visitor): Promise<void> {
    expect(await ada.texts()).toEqual(Array.from({ length: 50 }, (_, i) => `message ${i + 71}`));
    expect(await topOf(ada, "message 120")).toBeGreaterThan(height / 2);
    expect(await topOf(ada, "message 120")).toBeLessThan(height);
    expect(ada.console).toEqual([]);
  }

  it("without JavaScript", async () => {
    await say(site.url, `read-${width}`, numbered(1, 120));
    const ada = await site.visitor({ ...size, javaScriptEnabled: false });
    await ada.visits(`/read-${width}`);
    await showsTheLatest(ada);
  });

  it("with it, and nothing moves when the scripts start", async () => {
    await say(site.url, `opening-${width}`, numbered(1, 120));
    const ada = await site.visitor(size);
    await ada.watchesShifts();
    await ada.opens(`/opening-${width}`);
    await showsTheLatest(ada);
    expect(await ada.shifts()).toBeLessThan(0.02);
  });
});

it("W8 scrolling up loads older messages, 50 at a time, up to the first; the visible ones do not move", async () => {
  await say(site.url, "scrolling", numbered(1, 230));
  const ada = await site.visitor(WINDOWS.phone);
  const pages: number[] = [];
  ada.page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const events = payload === "pong" ? [] : ([JSON.parse(String(payload))].flat() as ServerEvent[]);
      for (const event of events) if (event.t === "page") pages.push(event.d.messages.length);
    }),
  );
  await ada.opens("/scrolling");
  await ada.sees("message 230");
  for (const [index, reach] of [182, 132, 82, 32].entries()) {
    await scrollTo(ada, `message ${reach}`);
    const before = await topOf(ada, `message ${reach}`);
    await expect.poll(() => pages.length).toBe(index + 1);
    await ada.page.getByText("Loading older").waitFor({ state: "detached" });
    expect(Math.abs((await topOf(ada, `message ${reach}`)) - before)).toBeLessThan(1);
    expect((await ada.texts()).length).toBeLessThan(130); // what is far from the screen is not in the page
  }
  expect(pages).toEqual([50, 50, 50, 30]);
  expect(await ada.readsAll()).toEqual(Array.from({ length: 230 }, (_, i) => `message ${i + 1}`));
  expect(ada.console).toEqual([]);
});

it("W3 a reader who has scrolled up and was offline is not moved by the missed messages, and finds them below", async () => {
  await say(site.url, "far-up", numbered(1, 130));
  const ada = await site.visitor();
  await ada.opens("/far-up");
  await scrollTo(ada, "message 90");
  const before = await topOf(ada, "message 90");
  await ada.goesOffline();
  await say(site.url, "far-up", numbered(131, 430));
  await ada.page.context().setOffline(false);
  await ada.isOnline();
  expect(Math.abs((await topOf(ada, "message 90")) - before)).toBeLessThan(1);
  expect(await ada.readsAll()).toEqual(Array.from({ length: 430 }, (_, i) => `message ${i + 1}`));
});

it("a reader at the beginning of the channel is not moved by new messages at its end", async () => {
  await say(site.url, "beginning", numbered(1, 80));
  const ada = await site.visitor();
  await ada.opens("/beginning");
  await ada.page.locator(".scroller").focus();
  await scrollTo(ada, "message 1");
  await ada.page.keyboard.press("Home");
  await ada.listRests();
  const before = await topOf(ada, "message 1");
  await say(site.url, "beginning", numbered(81, 82));
  await ada.page.keyboard.press("Home");
  expect(Math.abs((await topOf(ada, "message 1")) - before)).toBeLessThan(1);
  await ada.page.keyboard.press("End");
  await ada.sees("message 82");
  expect(ada.console).toEqual([]);
});

it("End scrolls to the end and Home to the beginning, also while others write", async () => {
  await say(site.url, "keys", numbered(1, 80));
  const ada = await site.visitor();
  await ada.opens("/keys");
  await ada.page.locator(".scroller").focus();
  await scrollTo(ada, "message 1");
  for (let said = 80; said < 100; said += 4) {
    await ada.page.keyboard.press("End");
    await say(site.url, "keys", numbered(said + 1, said + 4));
    await getsOnScreen(ada, `message ${said + 4}`);
    await ada.page.keyboard.press("Home");
    await getsOnScreen(ada, "message 1");
  }
  expect(ada.console).toEqual([]);
});

it("a reader who has scrolled up is not moved by new messages; at the end the list follows", async () => {
  await say(site.url, "following", numbered(1, 40));
  const ada = await site.visitor();
  await ada.opens("/following");
  await say(site.url, "following", numbered(41, 42));
  await ada.sees("message 42");
  expect(await ada.page.getByText("message 42", { exact: true }).isVisible()).toBe(true); // screen readers hear “Program: message 42”
  await scrollTo(ada, "message 10");
  const before = await topOf(ada, "message 10");
  await say(site.url, "following", numbered(43, 45));
  await ada.sees("message 45");
  expect(Math.abs((await topOf(ada, "message 10")) - before)).toBeLessThan(1);
});

it("W3 after more than 500 missed changes a page shows the latest 50, and says that some were skipped", async () => {
  await say(site.url, "away", numbered(1, 60));
  const ada = await site.visitor();
  await ada.opens("/away");
  await ada.sees("message 60");
  await ada.goesOffline();
  await say(site.url, "away", numbered(61, 620));
  await ada.page.context().setOffline(false);
  await ada.sees("message 620");
  await scrollTo(ada, "message 571");
  expect((await ada.texts())[0]).toBe("message 571");
  await ada.page.getByText("Older messages were skipped").waitFor({ state: "attached" });
  await ada.page.getByRole("button", { name: "Load" }).click();
  await scrollTo(ada, "message 521");
  expect(await ada.page.getByText("Older messages were skipped").count()).toBe(0);
});
