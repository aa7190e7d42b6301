/** The channels visited: bounded, in an order that stays, and whatever stands in storage. */
import { expect, it } from "vitest";
import { byUse, forget, inOrder, MOST_VISITED, pin, visit, type Visited, visitedIn } from "../../../src/sidebar/visited";

const names = (list: readonly Visited[]) => list.map(({ name }) => name);
const visits = (...channels: string[]) => channels.reduce<Visited[]>((list, name, at) => visit(list, name, at), []);

it("a visit adds a channel once, and is noted; a pin outlives it", () => {
  const list = visit(pin(visits("here", "there"), "here", true), "here", 9);
  expect(list).toEqual([
    { name: "here", at: 9, pinned: true },
    { name: "there", at: 1, pinned: false },
  ]);
  expect(names(forget(list, "here"))).toEqual(["there"]);
});

it("at most 50 are kept: those visited longest ago go, unless they are pinned", () => {
  const many = Array.from({ length: MOST_VISITED }, (_, i) => `channel-${i}`);
  const list = visit(pin(visits(...many), "channel-0", true), "new", 100);
  expect(list).toHaveLength(MOST_VISITED);
  expect([list.some(({ name }) => name === "channel-0"), list.some(({ name }) => name === "channel-1")]).toEqual([true, false]);
});

it("they are shown by name, pinned ones first, so that a visit moves nothing; used by when they were visited", () => {
  const list = pin(visits("b", "c", "a", "d"), "c", true);
  expect(names(inOrder(list))).toEqual(["c", "a", "b", "d"]);
  expect(names(inOrder(visit(list, "d", 99)))).toEqual(["c", "a", "b", "d"]);
  expect(names(byUse(list))).toEqual(["c", "d", "a", "b"]);
});

it.each([
  [null],
  ["not JSON"],
  ["null"],
  ["7"],
  ['{"name":"a"}'],
  ['[null, 7, "a", [], {}, {"name":7}, {"name":"../x"}, {"name":"Not/Canonical"}, {"name":"api"}, {"name":"__proto__"}]'],
])("rubbish in storage is no channel: %s", (stored) => expect(visitedIn(stored)).toEqual([]));

it("what is right beside rubbish is kept, once a name, with a time that is one", () => {
  const stored = '[7, {"name":"a","at":"x","pinned":"yes"}, {"name":"b","at":5,"pinned":true,"more":1}, {"name":"b","at":3}]';
  expect(visitedIn(stored)).toEqual([
    { name: "b", at: 5, pinned: true },
    { name: "a", at: 0, pinned: false },
  ]);
  expect(visitedIn(JSON.stringify(visits("a", "b")))).toEqual(byUse(visits("a", "b")));
});
