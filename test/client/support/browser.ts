/** The parts of a browser that the page's state needs (window, document, cookies, local storage), for tests in Node. */
import "fake-indexeddb/auto";
import { beforeEach, vi } from "vitest";

class FakeDocument extends EventTarget {
  visibilityState: DocumentVisibilityState = "visible";
  isFocused = true;
  title = "";
  cookie = "";
  /** The page's icon. */
  readonly icon = { href: "/favicon.svg" };
  hasFocus(): boolean {
    return this.isFocused;
  }
  querySelector(selector: string): object | null {
    return selector === "link[rel=icon]" ? this.icon : null;
  }
  get hidden(): boolean {
    return this.visibilityState === "hidden";
  }
}

/** The parts of the fake browser that a test can move. A new one for each test. */
export let browser: { window: EventTarget; document: FakeDocument; storage: Map<string, string> };

beforeEach(() => {
  const storage = new Map<string, string>();
  browser = { window: new EventTarget(), document: new FakeDocument(), storage };
  vi.stubGlobal("window", browser.window);
  vi.stubGlobal("document", browser.document);
  vi.stubGlobal("location", new URL("https://chat.example/lobby"));
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    removeItem: (key: string) => void storage.delete(key),
  });
});

/** The user switches to another tab. */
export function hidePage(): void {
  browser.document.visibilityState = "hidden";
  browser.document.dispatchEvent(new Event("visibilitychange"));
}

/** The user comes back to the tab. */
export function showPage(): void {
  browser.document.visibilityState = "visible";
  browser.document.dispatchEvent(new Event("visibilitychange"));
}

/** The user goes to another window, which leaves this one visible, or comes back. */
export function focusWindow(isFocused: boolean): void {
  browser.document.isFocused = isFocused;
  browser.window.dispatchEvent(new Event(isFocused ? "focus" : "blur"));
}

/** Another tab stores `value` under `key`, or with `null` removes all keys. */
export function changeInOtherTab(key: string | null, value = ""): void {
  if (key === null) browser.storage.clear();
  else browser.storage.set(key, value);
  browser.window.dispatchEvent(Object.assign(new Event("storage"), { key }));
}

/** The user leaves the page. */
export function leavePage(): void {
  browser.window.dispatchEvent(new Event("pagehide"));
}
