/** What linked devices have in common, merged: nothing that one of them has done is undone by another. */
import { expect, it } from "vitest";
import { areEqual, mergeStates, parseState, type SyncedChannel } from "../../../src/devices/device-state";

const channel = (name: string, at = 1, more: Partial<SyncedChannel> = {}): SyncedChannel => ({
  name,
  at,
  pinned: false,
  ...more,
});
const read = (id: number, epoch = "e1") => ({ read: { epoch, id } });

const merged = (base: SyncedChannel[], mine: SyncedChannel[], theirs: SyncedChannel[]) => {
  const one = mergeStates(base, mine, theirs);
  expect(areEqual(one, mergeStates(base, theirs, mine))).toBe(true); // whoever is first
  return one;
};

it.each<[what: string, base: SyncedChannel[], mine: SyncedChannel[], theirs: SyncedChannel[], both: SyncedChannel[]]>([
  ["two lists that never met are put together", [], [channel("a")], [channel("b")], [channel("a"), channel("b")]],
  ["a new channel is there on both", [channel("a")], [channel("a"), channel("b", 2)], [channel("a")], [channel("b", 2), channel("a")]],
  ["a removed one is gone on both", [channel("a"), channel("b")], [channel("a")], [channel("a"), channel("b")], [channel("a")]],
  ["one that was visited after its removal stays", [channel("a", 1)], [], [channel("a", 5)], [channel("a", 5)]],
  ["the latest visit counts", [channel("a", 1)], [channel("a", 3)], [channel("a", 2)], [channel("a", 3)]],
  ["a pin that was set counts", [channel("a")], [channel("a", 1, { pinned: true })], [channel("a", 2)], [channel("a", 2, { pinned: true })]],
  ["and one that was removed", [channel("a", 1, { pinned: true })], [channel("a")], [channel("a", 1, { pinned: true })], [channel("a")]],
  ["a pin counts where two lists meet", [], [channel("a", 1, { pinned: true })], [channel("a", 2)], [channel("a", 2, { pinned: true })]],
  ["what is read stays read", [channel("a", 1, read(3))], [channel("a", 1, read(9))], [channel("a", 1, read(5))], [channel("a", 1, read(9))]],
  ["a mark is not lost where the other has none", [], [channel("a", 1, read(2))], [channel("a")], [channel("a", 1, read(2))]],
  ["of two histories, the new one counts", [channel("a", 1, read(90))], [channel("a", 1, read(90))], [channel("a", 1, read(2, "e2"))], [channel("a", 1, read(2, "e2"))]],
])("%s", (_what, base, mine, theirs, both) => expect(merged(base, mine, theirs)).toEqual(both)); // prettier-ignore

it("a full list keeps the 50 channels that were visited last, pinned ones first", () => {
  const many = (prefix: string, from: number) => Array.from({ length: 50 }, (_, n) => channel(`${prefix}${n}`, from + n));
  const both = merged([], [channel("pinned", 0, { pinned: true }), ...many("old", 1)], many("new", 1_000));
  expect(both.length).toBe(50);
  expect(both.slice(0, 2).map(({ name }) => name)).toEqual(["pinned", "new49"]);
  expect(both.some(({ name }) => name.startsWith("old"))).toBe(false);
});

it("anything may have been stored", () => {
  expect(parseState(undefined)).toEqual([]);
  expect(parseState({ a: 1 })).toEqual([]);
  expect(parseState([null, 3, { name: "../x" }, { name: "a", at: "x", read: { epoch: "", id: 3 } }])).toEqual([channel("a", 0)]);
});
