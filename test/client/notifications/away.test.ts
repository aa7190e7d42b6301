/** Who reads is not notified; who does not is: on a hidden page, and on a visible one without the focus. */
import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { createAnnouncer } from "../../../src/notifications/create-announcer";
import { createNotifications } from "../../../src/notifications/create-notifications";
import { createReadingPosition } from "../../../src/timeline/reading-position";
import { browser, changeInOtherTab, focusWindow, hidePage, showPage } from "../support/browser";
import { createTalk } from "../support/talk";

const { play } = vi.hoisted(() => ({ play: vi.fn<(at?: number) => void>() }));
vi.mock("../../../src/ui/notification-sound", () => ({ play }));

/** The banners that the browser has shown, with their tags. A notification with a tag that was there already is replaced without a banner. */
let banners: string[];
let tags: Set<string>;

class FakeNotification extends EventTarget {
  #tag: string;
  constructor(_title: string, { body, tag, renotify = false }: { body: string; tag: string; renotify?: boolean }) {
    super();
    this.#tag = tag;
    if (renotify || !tags.has(tag)) banners.push(body);
    tags.add(tag);
  }
  close(): void {
    tags.delete(this.#tag);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  [banners, tags] = [[], new Set()];
  play.mockClear();
  vi.stubGlobal("Notification", FakeNotification);
  browser.storage.set("edgewise:settings", JSON.stringify({ sounds: true, notifications: true }));
});
afterEach(() => void vi.useRealTimers());

/** Opens a channel, with the reader at the end of the list. */
function openTalk() {
  return createRoot((dispose) => {
    onTestFinished(dispose);
    const talk = createTalk("talk");
    const reading = createReadingPosition({ ...talk, latest: talk.timeline }, () => true);
    createNotifications(talk);
    return { ...talk, ...reading, announced: createAnnouncer(talk) };
  });
}

const ways = [
  ["hidden", hidePage, showPage],
  ["visible, in a window without the focus", () => focusWindow(false), () => focusWindow(true)],
] as const;

it.each(ways)(
  "on a page that is %s, a message is unread: title, icon, read mark, sound, notification",
  async (_how, leave, come) => {
    const talk = openTalk();
    talk.arrives("while you read");
    await vi.advanceTimersByTimeAsync(1_000);
    expect([browser.document.title, talk.firstUnread(), banners, play.mock.calls.length]).toEqual([
      "talk · Edgewise",
      undefined,
      [],
      0,
    ]);
    leave();
    talk.arrives("@Ada, where are you?");
    await vi.advanceTimersByTimeAsync(1_000);
    expect([browser.document.title, browser.document.icon.href]).toEqual(["(1) talk · Edgewise", "/favicon-unread.svg"]);
    expect(browser.storage.get("edgewise:read:talk")).toBe('{"epoch":"e","id":2}');
    expect([banners, play.mock.calls.length]).toEqual([["@Ada, where are you?"], 1]);
    come();
    expect([browser.document.title, browser.document.icon.href]).toEqual(["talk · Edgewise", "/favicon.svg"]);
    expect(browser.storage.get("edgewise:read:talk")).toBe('{"epoch":"e","id":3}');
    expect(talk.firstUnread()).toBe(3);
  },
);

it.each(ways)(
  "on a page that is %s, nothing is announced until the user is back; then one sentence is",
  async (_how, leave, come) => {
    const talk = openTalk();
    await vi.advanceTimersByTimeAsync(5_000);
    talk.arrives("now");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(talk.announced()).toBe("Ben: now");
    leave();
    for (const text of ["one", "two", "three"]) {
      talk.arrives(text);
      await vi.advanceTimersByTimeAsync(5_000);
    }
    expect(talk.announced()).toBe("Ben: now");
    come();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(talk.announced()).toBe("3 new messages");
  },
);

it("each mention shows a banner, and only the latest notification of a channel stays", async () => {
  const talk = openTalk();
  focusWindow(false);
  for (const text of ["@Ada one", "@Ada two", "to nobody", "@Ada three"]) {
    talk.arrives(text);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(banners).toEqual(["@Ada one", "@Ada two", "@Ada three"]);
  expect(tags.size).toBe(1);
});

it("two windows of a browser that nobody reads show one banner for a message", async () => {
  const windows = [openTalk(), openTalk()];
  focusWindow(false);
  for (const window of windows) window.arrives("@Ada one");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(banners).toEqual(["@Ada one"]);
});

it("a window that reads silences the others: no title, sound, notification or announcement", async () => {
  const talk = openTalk();
  await vi.advanceTimersByTimeAsync(5_000);
  focusWindow(false);
  talk.arrives("@Ada one");
  changeInOtherTab("edgewise:read:talk", '{"epoch":"e","id":2}');
  await vi.advanceTimersByTimeAsync(1_000);
  expect([browser.document.title, banners, play.mock.calls.length]).toEqual(["talk · Edgewise", [], 0]);
  focusWindow(true);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(talk.announced()).toBe("");
});

it("a page whose focus goes to a frame inside it is still read", async () => {
  const talk = openTalk();
  browser.window.dispatchEvent(new Event("blur")); // the document has the focus still
  talk.arrives("@Ada one");
  await vi.advanceTimersByTimeAsync(1_000);
  expect([browser.document.title, banners]).toEqual(["talk · Edgewise", []]);
});

it("what comes while the window has no focus is marked as new at once, so that nothing moves under the click that brings it back", () => {
  const talk = openTalk();
  focusWindow(false);
  talk.arrives("new");
  expect(talk.firstUnread()).toBe(2);
  focusWindow(true);
  expect(talk.firstUnread()).toBe(2);
});
