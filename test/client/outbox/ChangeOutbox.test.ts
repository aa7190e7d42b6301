/** Edits, deletions and reactions are sent one by one; a rejected edit stays with its author. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { deletion, edit, Editor, message, react, refusal, YOU } from "../support/editor";
import { chat } from "../support/fake-server";

let ada: Editor;

beforeEach(async () => {
  vi.useFakeTimers();
  ada = (await new Editor().opens()).isWelcomed();
});
afterEach(() => void vi.useRealTimers());

it("W7 one change is in flight at a time; the next is sent when the message shows it", () => {
  ada.changes(edit(1, "new"));
  ada.changes(react(2, "👍"));
  expect(ada.sent).toEqual([edit(1, "new")]);
  ada.receives(chat(9, message(1, { seq: 8, reactions: [{ emoji: "❤️", users: ["ben"] }] }))); // another's change to it
  expect(ada.sent).toHaveLength(1);
  ada.receives(chat(9, message(1, { seq: 9, text: "new" })));
  expect(ada.sent).toEqual([edit(1, "new"), react(2, "👍")]);
  ada.receives(chat(9, message(2, { reactions: [{ emoji: "👍", users: ["ben", YOU.id] }] })));
  expect(ada.pending).toEqual([]);
});

it("W14 a rate-limited change is sent again after the time in the error", () => {
  ada.changes(edit(1, "new"));
  ada.isRejected(refusal("rate_limited", 1_200));
  vi.advanceTimersByTime(1_199);
  expect(ada.sent).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(ada.sent).toEqual([edit(1, "new"), edit(1, "new")]);
  expect(ada.rejected).toEqual([]);
});

it("W14 a rejected edit stays with its reason, and the next change is sent", () => {
  ada.changes(edit(1, "new"));
  ada.changes(edit(2, "other"));
  ada.isRejected(refusal("not_found"));
  expect(ada.pending[0]).toMatchObject({ change: edit(1, "new"), refusal: refusal("not_found") });
  expect(ada.sent).toEqual([edit(1, "new"), edit(2, "other")]);
});

it("W14 a rejected reaction is removed, and its reason is reported", () => {
  ada.changes(react(1, "👍"));
  ada.isRejected(refusal("invalid"));
  expect([ada.pending, ada.rejected]).toMatchObject([[], [[react(1, "👍"), refusal("invalid")]]]);
});

it("W14 an error that names another event, or comes while none is in flight, rejects no change", () => {
  ada.isRejected(refusal("not_found"));
  ada.changes(edit(1, "new"));
  ada.isRejected({ ...refusal("not_found"), cid: "c9", ref: "c9" });
  expect([ada.waiting, ada.pending[0]?.refusal]).toEqual([[edit(1, "new")], undefined]);
});

it("W14 an error about a name does not reject a reaction", () => {
  ada.changes(react(1, "👍"));
  ada.isRejected({ ...refusal("too_long"), ref: "name" });
  expect([ada.waiting, ada.rejected]).toEqual([[react(1, "👍")], []]);
});

it("offline, changes wait; after the welcome, those that the channel does not have are sent", () => {
  ada.online = false;
  ada.changes(edit(1, "new"));
  ada.changes(react(2, "👍"));
  ada.online = true;
  ada.isWelcomed([message(1, { text: "new" })]);
  expect(ada.sent).toEqual([react(2, "👍")]);
});

it("in another epoch nothing is sent, because its ids name other messages", () => {
  ada.online = false;
  ada.changes(edit(1, "new"));
  ada.changes(react(1, "👍"));
  ada.online = true;
  ada.isWelcomed([message(1)], "e2");
  expect([ada.sent, ada.pending.length, ada.pending[0]?.refusal?.code]).toEqual([[], 1, "not_found"]);
});

it("a change without an answer is sent again", () => {
  ada.changes(edit(1, "new"));
  vi.advanceTimersByTime(15_000);
  expect(ada.sent).toEqual([edit(1, "new"), edit(1, "new")]);
});

it("a later change replaces an earlier one to the same thing", () => {
  ada.online = false;
  ada.changes(react(1, "👍"));
  ada.changes(react(1, "❤️"));
  ada.changes(react(1, "👍", false));
  expect(ada.waiting).toEqual([react(1, "❤️"), react(1, "👍", false)]);
});

it("leaving the page sends all waiting changes", () => {
  ada.changes(edit(1, "new"));
  ada.changes(deletion(2));
  ada.outbox.close();
  expect(ada.sent).toEqual([edit(1, "new"), deletion(2)]);
});

it("W14 leaving the page during a rate limit sends the change once more", () => {
  ada.changes(edit(1, "new"));
  ada.isRejected(refusal("rate_limited", 60_000));
  ada.outbox.close();
  expect(ada.sent).toEqual([edit(1, "new"), edit(1, "new")]);
});

it("W7 a change that can be undone is sent when it is released or the page is left, and never if it was discarded", () => {
  ada.outbox.queue.remove(ada.changes(deletion(1), true));
  ada.outbox.release(ada.changes(deletion(2), true));
  ada.changes(deletion(3), true);
  expect(ada.sent).toEqual([deletion(2)]);
  ada.outbox.close();
  expect(ada.sent).toEqual([deletion(2), deletion(3)]);
});
