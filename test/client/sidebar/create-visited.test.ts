/** The visited channels of a browser: stored, followed from its other tabs, and usable without storage. */
import { createRoot } from "solid-js";
import { expect, it, onTestFinished, vi } from "vitest";
import { createVisited } from "../../../src/sidebar/create-visited";
import { browser, changeInOtherTab } from "../support/browser";

const KEY = "edgewise:visited";
const entry = (name: string) => ({ name, at: 1, pinned: false });

function open() {
  return createRoot((dispose) => {
    onTestFinished(dispose);
    return createVisited();
  });
}

const namesIn = (visited: ReturnType<typeof createVisited>) => visited.list().map(({ name }) => name);

it.each([[undefined], ["not JSON"], ["null"]])("a visit is stored if %s was stored before", (before) => {
  if (before !== undefined) browser.storage.set(KEY, before);
  const visited = open();
  visited.visit("here");
  expect(namesIn(visited)).toEqual(["here"]);
  expect(JSON.parse(browser.storage.get(KEY)!)).toMatchObject([{ name: "here", pinned: false }]);
});

it("a change by another tab is shown, and a later change keeps it", () => {
  const visited = open();
  visited.visit("here");
  changeInOtherTab(KEY, JSON.stringify([entry("here"), entry("there")]));
  expect(namesIn(visited).sort()).toEqual(["here", "there"]);
  visited.pin("there", true);
  expect(JSON.parse(browser.storage.get(KEY)!)).toMatchObject([
    { name: "here", pinned: false },
    { name: "there", pinned: true },
  ]);
  changeInOtherTab(null);
  expect(namesIn(visited)).toEqual([]);
});

it.each([
  ["denied", undefined],
  ["full", { getItem: () => null, setItem: () => { throw new Error("full"); } }], // prettier-ignore
])("with storage that is %s, the list lasts as long as the page", (_why, storage) => {
  vi.stubGlobal("localStorage", storage);
  const visited = open();
  visited.visit("here");
  visited.visit("there");
  visited.forget("here");
  expect(namesIn(visited)).toEqual(["there"]);
});
