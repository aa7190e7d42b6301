/** Values in local storage, whatever the browser allows and whatever is stored. */
import { expect, it, vi } from "vitest";
import { stored, storedText } from "../../../src/ui/stored";
import { browser } from "../support/browser";

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
])("storage that is %s gives the defaults, and nothing throws", (_why, storage) => {
  vi.stubGlobal("localStorage", storage);
  number.write(7);
  text.write("a draft");
  text.write("");
  expect([number.read(), text.read()]).toEqual([0, ""]);
});
