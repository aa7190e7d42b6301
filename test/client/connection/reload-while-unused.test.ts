/** The reload into a newer build: only while nobody uses the page, and once for each build. */
import { createRoot, createSignal } from "solid-js";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { createViewport } from "../../../src/channel/create-viewport";
import { reloadWhileUnused } from "../../../src/connection/reload-while-unused";
import { keepPlace } from "../../../src/connection/place";
import { keepUnsaved } from "../../../src/ui/unsaved";
import { browser, hidePage } from "../support/browser";
import { message, openPage } from "../support/channel-page";

class FakeField {
  readonly value: string;
  readonly #owner: string;

  constructor(value: string, owner = "") {
    this.value = value;
    this.#owner = owner;
  }

  closest(selector: string): FakeField | null {
    return selector === this.#owner ? this : null;
  }
}

let fields: FakeField[];
let media: { paused: boolean }[];
let overlay: object | null;
let session: Map<string, string>;
const reload = vi.fn<() => void>();

beforeEach(() => {
  [fields, media, overlay, session] = [[], [], null, new Map()];
  reload.mockClear();
  Object.assign(browser.document, {
    activeElement: null,
    querySelectorAll: (selector: string) => (selector.includes("input") ? fields : media),
    querySelector: (selector: string) => (selector.includes("dialog") ? overlay : null),
  });
  vi.stubGlobal("HTMLInputElement", FakeField);
  vi.stubGlobal("HTMLTextAreaElement", FakeField);
  vi.stubGlobal("location", Object.assign(new URL("https://chat.example/lobby"), { reload }));
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => session.get(key) ?? null,
    setItem: (key: string, value: string) => void session.set(key, value),
  });
});

/** A page that waits for the build `next`, a minute later. */
async function waitAMinute(builds: string[] = ["next"], act: (page: Awaited<ReturnType<typeof openPage>>) => unknown = () => {}) {
  const page = await openPage();
  await page.online({ messages: [message(1)], seq: 1 });
  await act(page);
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const [newBuild, setNewBuild] = createSignal<string>();
  createRoot((dispose) => {
    onTestFinished(dispose);
    reloadWhileUnused(newBuild, { ...page, viewport: createViewport() });
  });
  for (const build of builds) {
    setNewBuild(build);
    await vi.advanceTimersByTimeAsync(60_000);
  }
  return reload.mock.calls.length;
}

it("a hidden page reloads, a visible one does not", async () => {
  expect(await waitAMinute()).toBe(0);
  hidePage();
  expect(await waitAMinute()).toBe(1);
});

it("without a newer build, nothing reloads", async () => {
  hidePage();
  expect(await waitAMinute([])).toBe(0);
});

it("a page reloads once for each build, also after the reload and if two builds alternate", async () => {
  hidePage();
  expect(await waitAMinute(["a", "b"])).toBe(2);
  expect(await waitAMinute(["a", "b", "a"])).toBe(2);
});

it("if session storage is denied, it never reloads by itself", async () => {
  hidePage();
  vi.stubGlobal("sessionStorage", undefined);
  expect(await waitAMinute()).toBe(0);
});

it.each<[what: string, act: (page: Awaited<ReturnType<typeof openPage>>) => unknown]>([
  ["a draft is in the box", () => fields.push(new FakeField("a draft"))],
  [
    "the name is being changed",
    () => Object.assign(browser.document, { activeElement: fields[fields.push(new FakeField("Ada", ".name-box")) - 1] }),
  ],
  ["a message is edited", ({ composer }) => composer.startEditing(message(1))],
  ["a message is answered", ({ composer }) => composer.reply(message(1))],
  ["a message waits", ({ channel }) => channel.unsent.send("hello")],
  ["a change waits", ({ channel }) => channel.changes.react(1, "👍", true)],
  ["a dialog or menu is open", () => (overlay = {})],
  ["a text of another channel exists in this page alone", () => keepUnsaved("another channel", true)],
  ["something plays", () => media.push({ paused: false })],
])("no page reloads while %s", async (_what, act) => {
  hidePage();
  onTestFinished(() => keepUnsaved("another channel", false));
  expect(await waitAMinute(["next"], act)).toBe(0);
});

it.each<[what: string, act: () => unknown]>([
  ["the name field has a name", () => fields.push(new FakeField("Ada", ".name-box"))],
  ["the box is empty", () => fields.push(new FakeField(""))],
  ["a sound has ended", () => media.push({ paused: true })],
])("a page reloads while %s", async (_what, act) => {
  hidePage();
  expect(await waitAMinute(["next"], act)).toBe(1);
});

it("the kept place names the channel, the answered and the edited message with its new text", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1), message(2)], seq: 2 });
  page.composer.startEditing(message(2));
  Object.assign(browser.document, {
    querySelector: (selector: string) => (selector === ".composer-text" ? { value: "better" } : null),
  });
  keepPlace({ ...page, viewport: createViewport() });
  expect(JSON.parse(session.get("edgewise:place")!)).toEqual({
    channel: page.name,
    sideBarTop: 0,
    edit: { id: 2, text: "better" },
  });
});
