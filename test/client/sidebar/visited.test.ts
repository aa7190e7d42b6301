/** The list of visited channels: bounded, in a stable order, and read from storage that may contain anything. */
import { expect, it } from "vitest";
import {
  forget,
  MAX_VISITED,
  parseVisited,
  pin,
  sortedByName,
  sortedByUse,
  visit,
  type Visited,
} from "../../../src/sidebar/visited";

const names = (list: readonly Visited[]) => list.map(({ name }) => name);
const visits = (...channels: string[]) => channels.reduce<Visited[]>((list, name, at) => visit(list, name, at), []);

it("a visit adds a channel once and updates its time; its pin stays", () => {
  const list = visit(pin(visits("here", "there"), "here", true), "here", 9);
  expect(list).toEqual([
    { name: "here", at: 9, pinned: true },
    { name: "there", at: 1, pinned: false },
  ]);
  expect(names(forget(list, "here"))).toEqual(["there"]);
});

it("at most 50 are kept: those visited longest ago are dropped, unless they are pinned", () => {
  const many = Array.from({ length: MAX_VISITED }, (_, i) => `channel-${i}`);
  const list = visit(pin(visits(...many), "channel-0", true), "new", 100);
  expect(list).toHaveLength(MAX_VISITED);
  expect([list.some(({ name }) => name === "channel-0"), list.some(({ name }) => name === "channel-1")]).toEqual([true, false]);
});

it("the side bar sorts by name, pinned ones first, so that a visit moves nothing; the other order is by last visit", () => {
  const list = pin(visits("b", "c", "a", "d"), "c", true);
  expect(names(sortedByName(list))).toEqual(["c", "a", "b", "d"]);
  expect(names(sortedByName(visit(list, "d", 99)))).toEqual(["c", "a", "b", "d"]);
  expect(names(sortedByUse(list))).toEqual(["c", "d", "a", "b"]);
});

it.each([
  ["null"],
  ["7"],
  ['{"name":"a"}'],
  ['[null, 7, "a", [], {}, {"name":7}, {"name":"../x"}, {"name":"Not/Canonical"}, {"name":"api"}, {"name":"__proto__"}]'],
])("a stored value that is no list of channels counts as empty: %s", (json) =>
  expect(parseVisited(JSON.parse(json))).toEqual([]),
);

it("valid entries among invalid ones are kept, once for each name, with a valid time", () => {
  const stored = '[7, {"name":"a","at":"x","pinned":"yes"}, {"name":"b","at":5,"pinned":true,"more":1}, {"name":"b","at":3}]';
  expect(parseVisited(JSON.parse(stored))).toEqual([
    { name: "b", at: 5, pinned: true },
    { name: "a", at: 0, pinned: false },
  ]);
  expect(parseVisited(visits("a", "b"))).toEqual(sortedByUse(visits("a", "b")));
});
