/** Values in local storage, whatever the browser allows and whatever is stored. */
import { createRoot } from "solid-js";
import { expect, it, vi } from "vitest";
import { onStorageChange, stored, STORAGE_KEYS, storedText } from "../../../src/ui/stored";
import { browser, changeInOtherTab } from "../support/browser";

const number = stored("n", (value) => (typeof value === "number" ? value : 0));
const text = storedText("t");

it("a value is read back as it was written", () => {
  number.write(7);
  text.write("a draft");
  expect([number.read(), text.read(), [...browser.storage]]).toEqual([7, "a draft", [["n", "7"], ["t", "a draft"]]]); // prettier-ignore
});

it("an empty text is removed", () => {
  text.write("a draft");
  text.write("");
  expect([text.read(), browser.storage.size]).toEqual(["", 0]);
});

it.each(["", "{", "null", '"x"', "[]"])("%j in storage gives the default", (json) => {
  browser.storage.set("n", json);
  expect(number.read()).toBe(0);
});

it.each([
  ["denied", undefined],
  ["full", { getItem: () => null, setItem: () => { throw new Error("full"); }, removeItem: () => { throw new Error("full"); } }], // prettier-ignore
])("with storage that is %s, values live as long as the page, and nothing throws", (_why, denied) => {
  text.write("stored before");
  const { localStorage } = globalThis;
  vi.stubGlobal("localStorage", denied);
  number.write(7);
  text.write("a draft");
  text.write("");
  expect([number.read(), text.read()]).toEqual([7, ""]);
  vi.stubGlobal("localStorage", localStorage); // there is space again
  number.write(8);
  expect([number.read(), browser.storage.get("n")]).toEqual([8, "8"]);
});

it("a component hears which key another tab has changed, until it is disposed", () => {
  const keys: (string | null)[] = [];
  const dispose = createRoot((dispose) => {
    onStorageChange((key) => keys.push(key));
    return dispose;
  });
  changeInOtherTab("n", "7");
  changeInOtherTab(null);
  dispose();
  changeInOtherTab("n", "8");
  expect(keys).toEqual(["n", null]);
});

it("the keys are those under which users have stored their data", () => {
  expect(STORAGE_KEYS).toEqual({
    deviceKey: "edgewise:device-key",
    deviceState: "edgewise:devices",
    draft: "draft:",
    notificationPreferences: "edgewise:settings",
    ownerOffered: "edgewise:recovery-offered",
    push: "edgewise:push",
    readMark: "edgewise:read:",
    recentEmoji: "emoji",
    visited: "edgewise:visited",
  });
});
