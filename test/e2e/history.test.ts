/** Scrolling back through a channel's history, and a page after a long absence. */
import type { Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { ServerEvent } from "../../src/shared/protocol";
import type { Visitor } from "./support/people";
import { say, talk } from "./support/program";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";
import { Writer } from "./support/writer";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });

/** A client without a page sends `message <from>` to `message <to>`. */
const sendMessages = (channel: string, from: number, to: number) =>
  say(
    site.url,
    channel,
    Array.from({ length: to - from + 1 }, (_, index) => `message ${from + index}`),
  );

/** Where the message is on screen: pixels from the top of the window. */
const topOf = async (ada: Visitor, text: string) =>
  (await ada.page.locator(".message", { has: ada.page.getByText(text, { exact: true }) }).boundingBox())!.y;

/** Waits until the message is on screen, whoever brings it there. */
async function getsOnScreen(ada: Visitor, text: string): Promise<void> {
  const message = ada.page.locator(".message", { has: ada.page.getByText(text, { exact: true }) });
  const { height } = ada.page.viewportSize()!;
  await expect.poll(async () => (await message.boundingBox())?.y).toSatisfy((y: number) => y > 0 && y < height);
}

/** Turns the wheel upwards until the message is in the page, and brings it into view, to rest there. */
async function scrollTo(ada: Visitor, text: string): Promise<void> {
  const message = ada.page.getByText(text, { exact: true });
  await ada.page.locator(".scroller").hover();
  while ((await message.count()) === 0) await ada.page.mouse.wheel(0, -200);
  await message.scrollIntoViewIfNeeded();
  await ada.listRests();
}

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
    await sendMessages(`read-${width}`, 1, 120);
    const ada = await site.visitor({ ...size, javaScriptEnabled: false });
    await ada.visits(`/read-${width}`);
    await showsTheLatest(ada);
  });

  it("with it, and nothing moves when the scripts start", async () => {
    await sendMessages(`opening-${width}`, 1, 120);
    const ada = await site.visitor(size);
    await ada.watchesShifts();
    await ada.opens(`/opening-${width}`);
    await showsTheLatest(ada);
    expect(await ada.shifts()).toBeLessThan(0.02);
  });
});

it("W8 scrolling up loads older messages, 50 at a time, up to the first; the visible ones do not move", async () => {
  await sendMessages("scrolling", 1, 230);
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
  await sendMessages("far-up", 1, 130);
  const ada = await site.visitor();
  await ada.opens("/far-up");
  await scrollTo(ada, "message 90");
  const before = await topOf(ada, "message 90");
  await ada.goesOffline();
  await sendMessages("far-up", 131, 430);
  await ada.page.context().setOffline(false);
  await ada.isOnline();
  expect(Math.abs((await topOf(ada, "message 90")) - before)).toBeLessThan(1);
  expect(await ada.readsAll()).toEqual(Array.from({ length: 430 }, (_, i) => `message ${i + 1}`));
});

it("a reader at the beginning of the channel is not moved by new messages at its end", async () => {
  await sendMessages("beginning", 1, 80);
  const ada = await site.visitor();
  await ada.opens("/beginning");
  await ada.page.locator(".scroller").focus();
  await scrollTo(ada, "message 1");
  await ada.page.keyboard.press("Home");
  await ada.listRests();
  const before = await topOf(ada, "message 1");
  await sendMessages("beginning", 81, 82);
  await ada.page.keyboard.press("Home");
  expect(Math.abs((await topOf(ada, "message 1")) - before)).toBeLessThan(1);
  await ada.page.keyboard.press("End");
  await ada.sees("message 82");
  expect(ada.console).toEqual([]);
});

it("End scrolls to the end and Home to the beginning, also while others write", async () => {
  await sendMessages("keys", 1, 80);
  const ada = await site.visitor();
  await ada.opens("/keys");
  await ada.page.locator(".scroller").focus();
  await scrollTo(ada, "message 1");
  for (let said = 80; said < 100; said += 4) {
    await ada.page.keyboard.press("End");
    await sendMessages("keys", said + 1, said + 4);
    await getsOnScreen(ada, `message ${said + 4}`);
    await ada.page.keyboard.press("Home");
    await getsOnScreen(ada, "message 1");
  }
  expect(ada.console).toEqual([]);
});

it("a reader who has scrolled up is not moved by new messages; at the end the list follows", async () => {
  await sendMessages("following", 1, 40);
  const ada = await site.visitor();
  await ada.opens("/following");
  await sendMessages("following", 41, 42);
  await ada.sees("message 42");
  expect(await ada.page.getByText("message 42", { exact: true }).isVisible()).toBe(true); // screen readers hear “Program: message 42”
  await scrollTo(ada, "message 10");
  const before = await topOf(ada, "message 10");
  await sendMessages("following", 43, 45);
  await ada.sees("message 45");
  expect(Math.abs((await topOf(ada, "message 10")) - before)).toBeLessThan(1);
});

it("W3 after more than 500 missed changes a page shows the latest 50, and says that some were skipped", async () => {
  await sendMessages("away", 1, 60);
  const ada = await site.visitor();
  await ada.opens("/away");
  await ada.sees("message 60");
  await ada.goesOffline();
  await sendMessages("away", 61, 620);
  await ada.page.context().setOffline(false);
  await ada.sees("message 620");
  await scrollTo(ada, "message 571");
  expect((await ada.texts())[0]).toBe("message 571");
  await ada.page.getByText("Older messages were skipped").waitFor({ state: "attached" });
  await ada.page.getByRole("button", { name: "Load" }).click();
  await scrollTo(ada, "message 521");
  expect(await ada.page.getByText("Older messages were skipped").count()).toBe(0);
});

describe("the virtual window", () => {
  const whenItLoads = (ada: Visitor, handle: (route: Route) => unknown) => ada.page.route(/\/VirtualWindow-[^/]*\.js$/, handle);
  const rows = (ada: Visitor) => ada.page.locator(".message").count();

  /** From now on, notes in each frame by how many pixels the message has moved. Returns the most of them. */
  async function watchesMoves(ada: Visitor, text: string): Promise<() => Promise<number>> {
    const message = ada.message(text);
    await message.evaluate((row) => {
      const moves: number[] = [];
      Object.assign(globalThis, { moves });
      const { top } = row.getBoundingClientRect();
      const look = () => {
        moves.push(row.isConnected ? Math.abs(row.getBoundingClientRect().top - top) : Infinity);
        requestAnimationFrame(() => setTimeout(look)); // what the frame has shown
      };
      look();
    });
    return () => ada.page.evaluate(() => Math.max(...(globalThis as unknown as { moves: number[] }).moves));
  }

  it("is not loaded for a list that fits on the screen", async () => {
    await sendMessages("fits-the-screen", 1, 3);
    const ada = await site.visitor();
    await ada.opens("/fits-the-screen");
    await ada.hasLoaded("MessageActions"); // loaded later than all that an idle page loads
    const files = await ada.page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    expect(files.filter((name) => name.includes("VirtualWindow"))).toEqual([]);
  });

  it("takes over late, and moves a reader who has scrolled up by not a pixel, nor do new messages before and after", async () => {
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
    expect(await moved()).toBeLessThan(1);
    expect(ada.console).toEqual([]);
  });

  it("may be missing: the whole list can be read all the same, a jump finds its message, and a reader is not moved", async () => {
    using ben = await Writer.in(site.url, "no-window", "Ben");
    const first = await ben.sends("the *very* first");
    await sendMessages("no-window", 2, 130);
    await ben.answers(first, "to the first");
    const ada = await site.visitor();
    await whenItLoads(ada, (route) => route.abort());
    await ada.opens("/no-window");
    await ada.page.locator(".quote").click();
    await ada.page.locator(`.message[data-id="${first}"]:focus`).waitFor();
    await getsOnScreen(ada, "very");
    await ada.listRests();
    const before = await topOf(ada, "very");
    await sendMessages("no-window", 131, 132);
    await ada.page.locator(".to-end", { hasText: "2 new" }).waitFor();
    expect(Math.abs((await topOf(ada, "very")) - before)).toBeLessThan(1);
    expect(await rows(ada)).toBe(133);
    await ada.page.locator(".to-end").click();
    await getsOnScreen(ada, "message 132");
  });
});
