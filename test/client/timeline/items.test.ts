/** A message is one row, from Enter to the echo and after. */
import { expect, it } from "vitest";
import { rowsOf, type KnownRows } from "../../../src/timeline/rows";

const ada = { id: "a", name: "Ada" };
const ben = { id: "b", name: "Ben" };
const stored = (id: number, user: typeof ada, cid: string) => ({ id, seq: id, cid, user, text: `${id}`, at: id });
const unsent = (cid: string) => ({ cid, text: cid, at: 9, tab: "t" });

it("the unsent come last; they are by the reader", () => {
  const rows = rowsOf([stored(1, ben, "x")], [unsent("y")], ada);
  expect(rows.map(({ user, own, unsent }) => [user.name, own, unsent?.cid])).toEqual([
    ["Ben", false, undefined],
    ["Ada", true, "y"],
  ]);
});

it("a row keeps its key when its message is stored, and when its reader becomes known", () => {
  const [before] = rowsOf([], [unsent("y")], { id: "", name: "" });
  const [meanwhile] = rowsOf([], [unsent("y")], ada);
  const [after] = rowsOf([stored(1, ada, "y")], [], ada);
  expect([meanwhile!.key, after!.key]).toEqual([before!.key, before!.key]);
});

it("what is stored and still in the outbox shows once, as stored", () => {
  const rows = rowsOf([stored(1, ada, "y")], [unsent("y"), unsent("z")], ada);
  expect(rows.map(({ text, unsent }) => [text, unsent?.cid])).toEqual([
    ["1", undefined],
    ["z", "z"],
  ]);
});

it("someone else's message with the same cid is another row", () => {
  const rows = rowsOf([stored(1, ben, "y")], [unsent("y")], ada);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
});

it("what was made of a message is used again while its state is the same, and so is whose it is", () => {
  const known: KnownRows = new WeakMap();
  const [one, two] = [stored(1, ben, "x"), stored(2, ada, "y")];
  const before = rowsOf([one, two], [], ada, known);
  const after = rowsOf([one, { ...two, text: "changed" }], [], ada, known);
  expect([after[0] === before[0], after[1]!.text]).toEqual([true, "changed"]);
  expect(rowsOf([one], [], ben, known)[0]!.own).toBe(true);
});
