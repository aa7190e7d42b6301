/** Changes that are stored: the next page that opens the channel sends them. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { memoryStore, type ListStore } from "../../../src/outbox/storage";
import type { PendingChange } from "../../../src/outbox/ChangeOutbox";
import { deletion, edit, Editor, message, react, refusal } from "../support/editor";
import { chat } from "../support/fake-server";

let store: ListStore<PendingChange>;
beforeEach(() => {
  vi.useFakeTimers();
  store = memoryStore<PendingChange>();
});
afterEach(() => void vi.useRealTimers());

/** A page with the channel open, whatever an earlier one left in the store. */
const page = () => new Editor(store).opens();

/** A page that cannot reach the channel. */
async function offlinePage(): Promise<Editor> {
  const ada = await page();
  ada.online = false;
  return ada;
}

it("W14 changes made offline are sent by the next page that opens the channel", async () => {
  const earlier = await offlinePage();
  earlier.changes(edit(1, "new"));
  earlier.changes(deletion(2));
  earlier.outbox.close();
  const ada = await page();
  expect([...earlier.sent, ...ada.sent]).toEqual([]); // which history is the channel's is not known yet
  ada.isWelcomed([message(1), message(2)]);
  ada.receives(chat(9, message(1, { text: "new" })));
  ada.receives(chat(9, message(2, { text: "", deleted: true })));
  expect(ada.sent).toEqual([edit(1, "new"), deletion(2)]);
  await ada.outbox.load();
  expect([ada.pending, await store.read()]).toEqual([[], []]);
});

it("W7 a deletion that could still be undone is sent by the next page if its page crashed", async () => {
  const crashed = (await page()).isWelcomed([message(1)]);
  crashed.changes(deletion(1), true);
  expect(crashed.sent).toEqual([]);
  const ada = (await page()).isWelcomed([message(1)]);
  expect([crashed.sent, ada.sent]).toEqual([[], [deletion(1)]]);
});

it("W14 a rejected edit survives a reload with its reason", async () => {
  const earlier = (await page()).isWelcomed();
  earlier.changes(edit(1, "new"));
  earlier.isRejected(refusal("forbidden"));
  earlier.outbox.close();
  const ada = (await page()).isWelcomed();
  expect(ada.pending).toMatchObject([{ change: edit(1, "new"), refusal: refusal("forbidden") }]);
  ada.outbox.queue.retry(ada.pending[0]!.cid);
  expect([...earlier.sent, ...ada.sent]).toEqual([edit(1, "new"), edit(1, "new")]);
});

it("of another epoch, only the texts of edits are kept", async () => {
  const earlier = await offlinePage();
  earlier.changes(edit(1, "new"));
  earlier.changes(react(1, "👍"));
  earlier.outbox.close();
  const ada = new Editor(store).isWelcomed([message(1)], "e2"); // the store is slower
  await ada.opens();
  expect([ada.sent, ada.pending.length, ada.pending[0]?.refusal?.code]).toEqual([[], 1, "not_found"]);
});

it("a later edit in another tab replaces an earlier one, which is no longer sent", async () => {
  const [ada, other] = [await offlinePage(), await offlinePage()];
  ada.changes(edit(1, "first"));
  await other.outbox.load();
  other.changes(edit(1, "second"));
  await ada.outbox.load(); // as the other one's nudge has it do
  ada.online = other.online = true;
  ada.isWelcomed([message(1)]);
  other.isWelcomed([message(1)]);
  expect([...ada.sent, ...other.sent]).toContainEqual(edit(1, "second"));
  expect([...ada.sent, ...other.sent]).not.toContainEqual(edit(1, "first"));
});
