/** What a page tells the channel about being read (W36). */
import { createRoot } from "solid-js";
import { expect, it, onTestFinished, vi } from "vitest";
import { createVisible } from "../../../src/away/create-visible";
import { DEFAULTS } from "../../../src/channel/settings";
import { browser } from "../support/browser";
import { openPage } from "../support/channel-page";

async function openFollowed() {
  const page = await openPage();
  createRoot((dispose) => {
    onTestFinished(dispose);
    createVisible(page.channel, () => page.socket.status);
  });
  return page;
}

const told = (page: Awaited<ReturnType<typeof openFollowed>>) =>
  page.sent().flatMap((event) => (event.t === "visible" ? [event.d.on] : []));

function focus(isFocused: boolean): void {
  browser.document.isFocused = isFocused;
  browser.window.dispatchEvent(new Event(isFocused ? "focus" : "blur"));
}

it("W36 a page says whether it is read, once somebody has subscribed", async () => {
  const page = await openFollowed();
  await page.online();
  focus(false);
  focus(true);
  expect(told(page)).toEqual([]);
  page.say({ t: "settings", d: { ...DEFAULTS, push: true } });
  await vi.waitFor(() => expect(told(page)).toEqual([true]));
  focus(false);
  focus(true);
  browser.document.visibilityState = "hidden";
  browser.document.dispatchEvent(new Event("visibilitychange"));
  expect(told(page)).toEqual([true, false, true, false]);
  page.say({ t: "settings", d: DEFAULTS });
  focus(true);
  expect(told(page)).toEqual([true, false, true, false]);
});
