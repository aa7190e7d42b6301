/** A channel's state on the page: what each frame changes, and what the user's commands send. */
import { expect, it, onTestFinished, vi } from "vitest";
import type { ServerEvent } from "../../../src/shared/protocol";
import { browser, hidePage, leavePage } from "../support/browser";
import { ADA, BEN, message, openPage, stateOf } from "../support/channel-page";

const edit = (id: number, text: string) => ({ t: "edit", d: { id, text } });

it("starts from the snapshot of the page, and the welcome replaces it", async () => {
  const snapshot = { epoch: "e1", seq: 2, you: ADA, n: 1, users: [ADA], messages: [message(1), message(2)], more: false };
  const page = await openPage({ snapshot });
  expect([page.texts(), page.channel.people().you]).toEqual([["message 1", "message 2"], ADA]);
  await page.online({ epoch: "e2", messages: [message(7)], seq: 7, n: 3 });
  expect([page.texts(), page.channel.people().n]).toEqual([["message 7"], 3]);
});

it("W12 folds all events of a frame, in their order", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1)], seq: 1 });
  page.say(
    stateOf(message(2, { user: BEN })),
    { t: "presence", d: { n: 2, joins: [BEN] } },
    stateOf(message(1, { seq: 3, text: "changed" })),
    { t: "name", d: { user: { ...BEN, name: "Benjamin" } } },
  );
  expect(page.texts()).toEqual(["changed", "message 2"]);
  expect(page.channel.people().users.map(({ name }) => name)).toEqual(["Ada", "Benjamin"]);
});

it("W12 after an error in one part of the state, the rest of the frame is applied, and the first error is reported", async () => {
  const reported = vi.fn<(error: unknown) => void>();
  vi.stubGlobal("reportError", reported);
  onTestFinished(() => void vi.unstubAllGlobals());
  const page = await openPage();
  await page.online({ messages: [message(1)], seq: 1 });
  vi.spyOn(page.channel.pages, "receive").mockImplementation(({ t }) => {
    throw new Error(`no ${t}`);
  });
  const malformed = { t: "presence", d: { n: 1, joins: 7 } } as unknown as ServerEvent;
  page.say(
    stateOf(message(2, { user: BEN })),
    malformed,
    { t: "presence", d: { n: 2, joins: [BEN] } },
    { t: "typing", d: { user: BEN } },
  );
  expect(page.texts()).toEqual(["message 1", "message 2"]);
  expect(page.channel.people()).toMatchObject({ n: 2, users: expect.arrayContaining([BEN]) });
  expect(page.channel.typing.users()).toEqual([BEN]);
  expect(reported.mock.calls).toEqual([[new Error("no chat")]]);
});

it("W5 the echo of an own message takes it out of the outbox, in the frame that adds it to the timeline", async () => {
  const page = await openPage();
  await page.online();
  page.channel.unsent.send("hello");
  const [entry] = page.channel.unsent.entries();
  await vi.waitFor(() => expect(page.sent()).toContainEqual({ t: "chat", d: { cid: entry!.cid, text: "hello" } }));
  page.say(stateOf(message(1, { cid: entry!.cid, text: "hello" })));
  expect([page.texts(), page.channel.unsent.entries()]).toEqual([["hello"], []]);
});

it("W14 an error that names a message by its ref rejects that message alone", async () => {
  const page = await openPage();
  await page.online();
  page.channel.unsent.send("one");
  page.channel.unsent.send("two");
  const [one] = page.channel.unsent.entries();
  await vi.waitFor(() => expect(page.latestRef()).toBe(one!.cid));
  page.say({ t: "error", d: { code: "forbidden", message: "No.", ref: one!.cid } });
  const refusals = page.channel.unsent.entries().map(({ refusal }) => refusal?.message);
  expect(refusals).toEqual(["No.", undefined]);
});

it("W7 an edit shows at once, and stays until the channel confirms it", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1)], seq: 1 });
  page.channel.changes.edit(1, "better");
  expect([page.texts(), page.channel.changes.pending().length]).toEqual([["better"], 1]);
  await vi.waitFor(() => expect(page.sent()).toContainEqual(edit(1, "better")));
  page.say(stateOf(message(1, { seq: 2, text: "better", editedAt: 5 })));
  expect([page.texts(), page.channel.changes.pending()]).toEqual([["better"], []]);
});

it("W14 a rejected reaction is removed, and a toast says why", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1)], seq: 1 });
  page.channel.changes.react(1, "👍", true);
  await vi.waitFor(() => expect(page.sent()).toContainEqual({ t: "react", d: { id: 1, emoji: "👍", on: true } }));
  page.say({ t: "error", d: { code: "invalid", message: "Too many.", ref: page.latestRef()! } });
  expect([page.channel.changes.pending(), page.toasts.current()?.text]).toEqual([[], "Too many."]);
});

it("W7 a deletion shows at once and is sent when its toast closes; undo sends nothing", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1), message(2)], seq: 2 });
  page.channel.changes.delete(1);
  expect(page.channel.messageOf(1)?.deleted).toBe(true);
  page.toasts.undo();
  expect(page.channel.messageOf(1)?.deleted).toBeUndefined();
  page.channel.changes.delete(2);
  page.toasts.close();
  await vi.waitFor(() => expect(page.sent()).toContainEqual({ t: "delete", d: { id: 2 } }));
  expect(page.sent()).not.toContainEqual({ t: "delete", d: { id: 1 } });
});

it.each([
  ["hidden", hidePage],
  ["left", leavePage],
])("W7 a deletion is sent when the page is %s, because nobody can undo it any more", async (_how, go) => {
  const page = await openPage();
  await page.online({ messages: [message(1)], seq: 1 });
  page.channel.unsent.send("first");
  await vi.waitFor(() => expect(page.sent()).toHaveLength(1)); // the outbox has loaded
  page.channel.changes.delete(1);
  go();
  await vi.waitFor(() => expect(page.sent()).toContainEqual({ t: "delete", d: { id: 1 } }));
});

it("W8 older messages are requested once, and the page that answers is put before the others", async () => {
  const page = await openPage();
  await page.online({ messages: [message(5)], seq: 5, more: true });
  page.channel.pages.load("older");
  page.channel.pages.load("older");
  expect(page.sent().filter(({ t }) => t === "history")).toHaveLength(1);
  expect(page.channel.pages.loading()).toBe("older");
  page.say({ t: "page", d: { before: 5, messages: [message(4)], more: false, ref: page.latestRef()! } });
  expect([page.texts(), page.channel.pages.loading()]).toEqual([["message 4", "message 5"], undefined]);
});

it("W14 an error that names another event does not end the request for older messages", async () => {
  const page = await openPage();
  await page.online({ messages: [message(5)], seq: 5, more: true });
  page.channel.pages.load("older");
  page.say({ t: "error", d: { code: "rate_limited", message: "Slowly.", retryAfter: 0, ref: "another" } });
  expect(page.channel.pages.loading()).toBe("older");
  page.say({ t: "error", d: { code: "rate_limited", message: "Slowly.", retryAfter: 0, ref: page.latestRef()! } });
  await vi.waitFor(() => expect(page.channel.pages.loading()).toBeUndefined());
});

it("W10 a chosen name shows at once, is sent, and is kept in the cookie; a frame from before it does not bring the old one back", async () => {
  const page = await openPage();
  await page.online();
  page.channel.rename("Countess");
  expect(browser.document.cookie).toContain("name=Countess");
  page.say({ t: "presence", d: { n: 1, joins: [ADA] } });
  expect(page.channel.people().you.name).toBe("Countess");
  expect(page.sent()).toContainEqual({ t: "name", d: { name: "Countess" } });
});

it("W10 a name that was chosen on another device is kept too, or the next upgrade would undo it; the names of others are not", async () => {
  const page = await openPage();
  await page.online();
  page.channel.rename("Countess");
  page.say({ t: "name", d: { user: { ...ADA, name: "Countess" } } }, { t: "name", d: { user: { ...BEN, name: "Benjamin" } } });
  expect(browser.document.cookie).toContain("name=Countess");
  page.say({ t: "name", d: { user: { ...ADA, name: "Ada L" } } });
  expect(browser.document.cookie).toContain("name=Ada%20L");
});

it("W11 others are shown as typing until their message comes; one's own typing in another tab is not shown", async () => {
  const page = await openPage();
  await page.online();
  page.say({ t: "typing", d: { user: BEN } }, { t: "typing", d: { user: ADA } });
  expect(page.channel.typing.users()).toEqual([BEN]);
  page.say(stateOf(message(1, { user: BEN })));
  expect(page.channel.typing.users()).toEqual([]);
});

it("names that two people share are known, whether these are here or only wrote", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1, { user: { id: "u9", name: "ADA" } })], seq: 1 });
  expect([ADA, BEN].map(page.channel.tagOf)).toEqual(["#u1", undefined]);
});

it("keeps fewer messages while the reader is at the end than while they have scrolled up", async () => {
  const page = await openPage();
  const messages = Array.from({ length: 2_000 }, (_, i) => message(i + 1));
  await page.online({ messages, seq: 2_000 });
  page.view.isAtEnd.mockReturnValue(false);
  page.say(stateOf(message(2_001)));
  expect(page.texts()).toHaveLength(2_001);
  page.view.isAtEnd.mockReturnValue(true);
  page.say(stateOf(message(2_002)));
  expect(page.texts()).toHaveLength(2_000);
});
