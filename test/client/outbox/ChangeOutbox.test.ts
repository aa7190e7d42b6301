/** Edits, deletions and reactions are sent one by one; a rejected edit stays with its author. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChangeOutbox, type Change, type PendingChange } from "../../../src/outbox/ChangeOutbox";
import { memoryStore, type ListStore } from "../../../src/outbox/storage";
import type { ClientEvent, Message, Refusal } from "../../../src/shared/protocol";
import { chat, welcome } from "../support/fake-server";

const YOU = "ada";
const EPOCH = "e1";

let online: boolean;
let sent: Change[];
let pending: readonly PendingChange[];
let rejected: [Change, Refusal][];
let changes: ChangeOutbox;
let latestRef: string | undefined; // of the latest event

function send({ ref, ...event }: ClientEvent): boolean {
  if (online) sent.push(event as Change);
  if (online) latestRef = ref;
  return online;
}

/** The channel is connected, in the history `epoch`, with these messages. */
function welcomed(changes: ChangeOutbox, epoch: string, messages: Message[]): void {
  changes.receive(welcome({ you: { id: YOU, name: "Ada" }, epoch, messages }), YOU);
}

/** The channel rejects the latest event, or the one that `refusal` names. */
function reject(refusal: Refusal): void {
  changes.receive({ t: "error", d: { ...(latestRef !== undefined && { ref: latestRef }), ...refusal } }, YOU);
}

/** A page that has the channel open, whatever an earlier one left in the store. */
async function opened(store: ListStore<PendingChange> = memoryStore<PendingChange>()): Promise<ChangeOutbox> {
  const changes = new ChangeOutbox({
    send,
    onChange: (list) => (pending = list),
    onRejected: (change, refusal) => rejected.push([change, refusal]),
    store,
  });
  await changes.load();
  return changes;
}

beforeEach(async () => {
  vi.useFakeTimers();
  online = true;
  [sent, pending, rejected] = [[], [], []];
  changes = await opened();
  welcomed(changes, EPOCH, []);
});
afterEach(() => void vi.useRealTimers());

const add = (change: Change, epoch = EPOCH) => changes.add(change, epoch);
const waiting = () => pending.map(({ change }) => change);
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

it("W7 one change is in flight at a time; the next is sent when the message shows it", () => {
  add(edit(1, "new"));
  add(react(2, "👍"));
  expect(sent).toEqual([edit(1, "new")]);
  changes.receive(chat(9, message(1, { seq: 8, reactions: [{ emoji: "❤️", users: ["ben"] }] })), YOU); // another's change to it
  expect(sent).toHaveLength(1);
  changes.receive(chat(9, message(1, { seq: 9, text: "new" })), YOU);
  expect(sent).toEqual([edit(1, "new"), react(2, "👍")]);
  changes.receive(chat(9, message(2, { reactions: [{ emoji: "👍", users: ["ben", YOU] }] })), YOU);
  expect(pending).toEqual([]);
});

it("W14 a rate-limited change is sent again after the time in the error", () => {
  add(edit(1, "new"));
  reject(refusal("rate_limited", 1_200));
  vi.advanceTimersByTime(1_199);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual([edit(1, "new"), edit(1, "new")]);
  expect(rejected).toEqual([]);
});

it("W14 a rejected edit stays with its reason, and the next change is sent", () => {
  add(edit(1, "new"));
  add(edit(2, "other"));
  reject(refusal("not_found"));
  expect(pending[0]).toMatchObject({ change: edit(1, "new"), refusal: refusal("not_found") });
  expect(sent).toEqual([edit(1, "new"), edit(2, "other")]);
});

it("W14 a rejected reaction is removed, and its reason is reported", () => {
  add(react(1, "👍"));
  reject(refusal("invalid"));
  expect([pending, rejected]).toMatchObject([[], [[react(1, "👍"), refusal("invalid")]]]);
});

it("W14 an error that names another event, or comes while none is in flight, rejects no change", () => {
  reject(refusal("not_found"));
  add(edit(1, "new"));
  reject({ ...refusal("not_found"), cid: "c9", ref: "c9" });
  expect([waiting(), pending[0]?.refusal]).toEqual([[edit(1, "new")], undefined]);
});

it("W14 an error about a name does not reject a reaction", () => {
  add(react(1, "👍"));
  reject({ ...refusal("too_long"), ref: "name" });
  expect([waiting(), rejected]).toEqual([[react(1, "👍")], []]);
});

it("offline, changes wait; after the welcome, those that the channel does not have are sent", () => {
  online = false;
  add(edit(1, "new"));
  add(react(2, "👍"));
  online = true;
  welcomed(changes, EPOCH, [message(1, { text: "new" })]);
  expect(sent).toEqual([react(2, "👍")]);
});

it("in another epoch nothing is sent, because its ids name other messages", () => {
  online = false;
  add(edit(1, "new"));
  add(react(1, "👍"));
  online = true;
  welcomed(changes, "e2", [message(1)]);
  expect([sent, pending.length, pending[0]?.refusal?.code]).toEqual([[], 1, "not_found"]);
});

it("a change without an answer is sent again", () => {
  add(edit(1, "new"));
  vi.advanceTimersByTime(15_000);
  expect(sent).toEqual([edit(1, "new"), edit(1, "new")]);
});

it("a later change replaces an earlier one to the same thing", () => {
  online = false;
  add(react(1, "👍"));
  add(react(1, "❤️"));
  add(react(1, "👍", false));
  expect(waiting()).toEqual([react(1, "❤️"), react(1, "👍", false)]);
});

it("leaving the page sends all waiting changes", () => {
  add(edit(1, "new"));
  add({ t: "delete", d: { id: 2 } });
  changes.close();
  expect(sent).toEqual([edit(1, "new"), { t: "delete", d: { id: 2 } }]);
});

it("W14 leaving the page during a rate limit sends the change once more", () => {
  add(edit(1, "new"));
  reject(refusal("rate_limited", 60_000));
  changes.close();
  expect(sent).toEqual([edit(1, "new"), edit(1, "new")]);
});

describe("a change that can still be undone", () => {
  const deletion: Change = { t: "delete", d: { id: 1 } };

  it("W7 is sent when it is released or the page is left, and never if it was discarded", () => {
    changes.queue.remove(changes.add(deletion, EPOCH, true));
    changes.release(changes.add({ t: "delete", d: { id: 2 } }, EPOCH, true));
    changes.add({ t: "delete", d: { id: 3 } }, EPOCH, true);
    expect(sent).toEqual([{ t: "delete", d: { id: 2 } }]);
    changes.close();
    expect(sent).toEqual([2, 3].map((id) => ({ t: "delete", d: { id } })));
  });

  it("W7 is sent by the next page if this one crashed", async () => {
    const store = memoryStore<PendingChange>();
    changes = await opened(store);
    welcomed(changes, EPOCH, [message(1)]);
    changes.add(deletion, EPOCH, true);
    expect(sent).toEqual([]);
    const later = await opened(store);
    welcomed(later, EPOCH, [message(1)]);
    expect(sent).toEqual([deletion]);
  });
});

describe("stored changes", () => {
  it("W14 changes made offline are sent by the next page that opens the channel", async () => {
    const store = memoryStore<PendingChange>();
    online = false;
    changes = await opened(store);
    add(edit(1, "new"));
    add({ t: "delete", d: { id: 2 } });
    changes.close();
    online = true;
    changes = await opened(store);
    expect(sent).toEqual([]); // which history is the channel's is not known yet
    welcomed(changes, EPOCH, [message(1), message(2)]);
    changes.receive(chat(9, message(1, { text: "new" })), YOU);
    changes.receive(chat(9, message(2, { text: "", deleted: true })), YOU);
    expect(sent).toEqual([edit(1, "new"), { t: "delete", d: { id: 2 } }]);
    await changes.load();
    expect([pending, await store.read()]).toEqual([[], []]);
  });

  it("W14 a rejected edit survives a reload with its reason", async () => {
    const store = memoryStore<PendingChange>();
    changes = await opened(store);
    welcomed(changes, EPOCH, []);
    add(edit(1, "new"));
    reject(refusal("forbidden"));
    changes.close();
    changes = await opened(store);
    welcomed(changes, EPOCH, []);
    expect(pending).toMatchObject([{ change: edit(1, "new"), refusal: refusal("forbidden") }]);
    changes.queue.retry(pending[0]!.cid);
    expect(sent).toEqual([edit(1, "new"), edit(1, "new")]);
  });

  it("of another epoch, only the texts of edits are kept", async () => {
    const store = memoryStore<PendingChange>();
    online = false;
    changes = await opened(store);
    add(edit(1, "new"));
    add(react(1, "👍"));
    changes.close();
    online = true;
    changes = new ChangeOutbox({
      send,
      onChange: (list) => (pending = list),
      onRejected: () => undefined,
      store,
    });
    welcomed(changes, "e2", [message(1)]); // the store is slower
    await changes.load();
    expect([sent, pending.length, pending[0]?.refusal?.code]).toEqual([[], 1, "not_found"]);
  });

  it("a later edit in another tab replaces an earlier one, which is no longer sent", async () => {
    const store = memoryStore<PendingChange>();
    online = false;
    changes = await opened(store);
    add(edit(1, "first"));
    const other = await opened(store);
    other.add(edit(1, "second"), EPOCH);
    await changes.load(); // as the other one's nudge has it do
    online = true;
    welcomed(changes, EPOCH, [message(1)]);
    welcomed(other, EPOCH, [message(1)]);
    expect(sent).toContainEqual(edit(1, "second"));
    expect(sent).not.toContainEqual(edit(1, "first"));
  });
});
