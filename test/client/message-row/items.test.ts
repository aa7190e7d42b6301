/** A message is one item of the list, before and after its echo. */
import { expect, it } from "vitest";
import { itemsOf, type KnownItems } from "../../../src/message-row/items";

const ada = { id: "a", name: "Ada" };
const ben = { id: "b", name: "Ben" };
const stored = (id: number, user: typeof ada, cid: string) => ({ id, seq: id, cid, user, text: `${id}`, at: id });
const unsent = (cid: string) => ({ cid, text: cid, at: 9, tab: "t" });

it("unsent messages come last, and their author is the reader", () => {
  const items = itemsOf([stored(1, ben, "x")], [unsent("y")], ada);
  expect(items.map(({ user, own, unsent }) => [user.name, own, unsent?.cid])).toEqual([
    ["Ben", false, undefined],
    ["Ada", true, "y"],
  ]);
});

it("an item keeps its key when its message is stored, and when the user id becomes known", () => {
  const [before] = itemsOf([], [unsent("y")], { id: "", name: "" });
  const [meanwhile] = itemsOf([], [unsent("y")], ada);
  const [after] = itemsOf([stored(1, ada, "y")], [], ada);
  expect([meanwhile!.key, after!.key]).toEqual([before!.key, before!.key]);
});

it("a message that is stored and still in the outbox is listed once, as stored", () => {
  const items = itemsOf([stored(1, ada, "y")], [unsent("y"), unsent("z")], ada);
  expect(items.map(({ text, unsent }) => [text, unsent?.cid])).toEqual([
    ["1", undefined],
    ["z", "z"],
  ]);
});

it("another user's message with the same cid is another item", () => {
  const items = itemsOf([stored(1, ben, "y")], [unsent("y")], ada);
  expect(new Set(items.map(({ key }) => key)).size).toBe(2);
});

it("an item is reused while its message and its ownership are unchanged", () => {
  const known: KnownItems = new WeakMap();
  const [one, two] = [stored(1, ben, "x"), stored(2, ada, "y")];
  const before = itemsOf([one, two], [], ada, known);
  const after = itemsOf([one, { ...two, text: "changed" }], [], ada, known);
  expect([after[0] === before[0], after[1]!.text]).toEqual([true, "changed"]);
  expect(itemsOf([one], [], ben, known)[0]!.own).toBe(true);
});
