/** Edits, deletions and reactions reach the channel one by one, and an edit that it refuses stays with its writer. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Changes, type Change, type Pending } from "../../src/chat/Changes";
import type { Message, Refusal } from "../../src/protocol";

const YOU = "ada";

let online: boolean;
let sent: Change[];
let pending: readonly Pending[];
let refused: Refusal[];
let changes: Changes;

beforeEach(() => {
  vi.useFakeTimers();
  online = true;
  [sent, pending, refused] = [[], [], []];
  changes = new Changes({
    send: (event) => online && sent.push(event as Change) > 0,
    changed: (list) => (pending = list),
    refused: (refusal) => refused.push(refusal),
  });
});
afterEach(() => void vi.useRealTimers());

const edit = (id: number, text: string): Change => ({ t: "edit", d: { id, text } });
const react = (id: number, emoji: string, on = true): Change => ({ t: "react", d: { id, emoji, on } });
const message = (id: number, state: Partial<Message> = {}): Message => ({
  id,
  seq: id,
  cid: `c${id}`,
  user: { id: YOU, name: "Ada" },
  text: "old",
  at: 0,
  ...state,
});
const refusal = (code: Refusal["code"], retryAfter?: number): Refusal => ({
  code,
  message: `${code}!`,
  ...(retryAfter !== undefined && { retryAfter }),
});

it("W7 one is on its way at a time; the next goes when its message shows it", () => {
  changes.add(edit(1, "new"));
  changes.add(react(2, "👍"));
  expect(sent).toEqual([edit(1, "new")]);
  changes.confirm(YOU, message(1, { seq: 8, reactions: [{ emoji: "❤️", users: ["ben"] }] })); // another's change to it
  expect(sent).toHaveLength(1);
  changes.confirm(YOU, message(1, { seq: 9, text: "new" }));
  expect(sent).toEqual([edit(1, "new"), react(2, "👍")]);
  changes.confirm(YOU, message(2, { reactions: [{ emoji: "👍", users: ["ben", YOU] }] }));
  expect(pending).toEqual([]);
});

it("W14 what is too much at once is sent again after the time that the channel names", () => {
  changes.add(edit(1, "new"));
  changes.refuse(refusal("rate_limited", 1_200));
  vi.advanceTimersByTime(1_199);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual([edit(1, "new"), edit(1, "new")]);
  expect(refused).toEqual([]);
});

it("W14 an edit that is refused for good stays with its reason, and the next one goes", () => {
  changes.add(edit(1, "new"));
  changes.add(edit(2, "other"));
  changes.refuse(refusal("not_found"));
  expect(pending[0]).toEqual({ change: edit(1, "new"), refusal: refusal("not_found") });
  expect(sent).toEqual([edit(1, "new"), edit(2, "other")]);
});

it("W14 a reaction that is refused for good goes, and its reason is told", () => {
  changes.add(react(1, "👍"));
  changes.refuse(refusal("invalid"));
  expect([pending, refused]).toEqual([[], [refusal("invalid")]]);
});

it("W14 a refusal that names a message being sent is not theirs, and neither is one while none is on its way", () => {
  changes.refuse(refusal("not_found"));
  changes.add(edit(1, "new"));
  changes.refuse({ ...refusal("not_found"), cid: "c9" });
  expect(pending).toEqual([{ change: edit(1, "new") }]);
});

it("offline they wait; once the channel is there, those that it does not have yet are sent", () => {
  online = false;
  changes.add(edit(1, "new"));
  changes.add(react(2, "👍"));
  online = true;
  changes.flush(YOU, [message(1, { text: "new" })], true);
  expect(sent).toEqual([react(2, "👍")]);
});

it("in another history nothing is sent: its ids are those of other messages", () => {
  online = false;
  changes.add(edit(1, "new"));
  changes.add(react(1, "👍"));
  online = true;
  changes.flush(YOU, [message(1)], false);
  expect([sent, pending.length, pending[0]?.refusal?.code]).toEqual([[], 1, "not_found"]);
});

it("what is never answered is sent again", () => {
  changes.add(edit(1, "new"));
  vi.advanceTimersByTime(15_000);
  expect(sent).toEqual([edit(1, "new"), edit(1, "new")]);
});

it("a later one takes the place of an earlier one to the same thing", () => {
  online = false;
  changes.add(react(1, "👍"));
  changes.add(react(1, "❤️"));
  changes.add(react(1, "👍", false));
  expect(pending.map(({ change }) => change)).toEqual([react(1, "❤️"), react(1, "👍", false)]);
});

it("a page that is left sends what still waits", () => {
  changes.add(edit(1, "new"));
  changes.add({ t: "delete", d: { id: 2 } });
  changes.leave();
  expect(sent).toEqual([edit(1, "new"), { t: "delete", d: { id: 2 } }]);
});
