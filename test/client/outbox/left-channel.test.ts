/** Entries that the storage does not take, when their channel is left and opened again in the same page. */
import { createRoot } from "solid-js";
import { beforeEach, expect, it, vi } from "vitest";
import { createUnsentMessages } from "../../../src/channel/unsent-messages";
import { isUnsaved } from "../../../src/ui/unsaved";
import { StrongSocket } from "../../../src/socket/StrongSocket";
import { browser } from "../support/browser";

beforeEach(() => vi.stubGlobal("indexedDB", { open: () => new EventTarget() })); // never answers

/** Opens a channel that is never online, and returns its outbox with the function that leaves it. */
const open = (channel: string) =>
  createRoot((leave) => ({
    leave,
    unsent: createUnsentMessages(StrongSocket.create(channel, { origin: "https://chat.example" })),
  }));

const asksBeforeUnload = () => !browser.window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

it("they wait there again, and until then the browser asks before the page is left", async () => {
  const first = open("left/one");
  first.unsent.send(["a", "b"], 7);
  expect(asksBeforeUnload()).toBe(true);
  first.leave();
  const other = open("left/other");
  expect([other.unsent.entries(), asksBeforeUnload(), isUnsaved()]).toEqual([[], true, true]);
  other.leave();

  const again = open("left/one");
  await vi.waitFor(() => expect(again.unsent.entries()).toMatchObject([{ text: "a", reply: 7 }, { text: "b" }]));
  for (const { cid } of again.unsent.entries()) again.unsent.discard(cid);
  again.leave();
  expect([open("left/one").unsent.entries(), asksBeforeUnload(), isUnsaved()]).toEqual([[], false, false]);
});
