/** The composer: drafts, replies, edits, and texts that come back to their author. */
import { expect, it, vi } from "vitest";
import { browser } from "../support/browser";
import { ADA, BEN, message, openPage } from "../support/channel-page";

const draft = (name: string) => browser.storage.get(`draft:${name}`);

it("Enter sends the cleaned text, empties the box and its draft, and scrolls to the message", async () => {
  const page = await openPage();
  page.box.value = "  hello  ";
  page.composer.changed();
  expect(draft(page.name)).toBe("  hello  ");
  page.composer.submit();
  expect(page.channel.unsent.entries().map(({ text }) => text)).toEqual(["  hello"]);
  expect([page.box.value, draft(page.name), page.view.showSent.mock.calls.length]).toEqual(["", undefined, 1]);
});

it("an empty text sends nothing; one that is too long says so and stays", async () => {
  const page = await openPage();
  page.write(" \n ");
  page.write("x".repeat(4_001));
  expect(page.channel.unsent.entries()).toEqual([]);
  expect([page.composer.problem(), page.composer.length(), page.box.value.length]).toEqual([
    "A message has at most 4,000 characters. Send it in parts.",
    4_001,
    4_001,
  ]);
});

it("W4 several parts are sent in order, the first one as the reply; before that, nothing is sent while they are held", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1, { user: BEN })], seq: 1 });
  page.composer.reply(page.channel.messageOf(1)!);
  page.composer.setHold("First decide.");
  page.write("one");
  expect([page.composer.problem(), page.channel.unsent.entries(), page.box.value]).toEqual(["First decide.", [], "one"]);
  page.composer.setHold(undefined);
  page.composer.send(["one", "two"]);
  expect(page.channel.unsent.entries().map(({ text, reply }) => [text, reply])).toEqual([
    ["one", 1],
    ["two", undefined],
  ]);
  expect([page.box.value, page.composer.replyTo(), page.view.showSent.mock.calls.length]).toEqual(["", undefined, 1]);
});

it("what was typed before the script loaded stays, after the draft", async () => {
  const first = await openPage();
  browser.storage.set(`draft:${first.name}`, "from yesterday");
  first.box.value = "typed early";
  first.composer.attach(first.box);
  expect(first.box.value).toBe("from yesterday\ntyped early");
});

it("W4 a reply names its message, and is cancelled before the next message", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1, { user: BEN })], seq: 1 });
  page.composer.reply(page.channel.messageOf(1)!);
  expect(page.composer.replyTo()?.id).toBe(1);
  page.write("yes");
  page.write("more");
  expect(page.channel.unsent.entries().map(({ reply }) => reply)).toEqual([1, undefined]);
  page.composer.reply(page.channel.messageOf(1)!);
  page.composer.cancel();
  expect(page.composer.replyTo()).toBeUndefined();
});

it("W7 an edit sets the draft aside, and brings it back when it is saved or cancelled", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1)], seq: 1 });
  page.box.value = "a draft";
  page.composer.changed();
  page.composer.startEditing(page.channel.messageOf(1)!);
  expect([page.box.value, draft(page.name)]).toEqual(["message 1", "a draft"]);
  page.write("better");
  expect([page.box.value, page.texts(), page.composer.editing()]).toEqual(["a draft", ["better"], undefined]);
  page.composer.startEditing(page.channel.messageOf(1)!);
  page.composer.cancel();
  expect([page.box.value, draft(page.name), page.channel.changes.pending().length]).toEqual(["a draft", "a draft", 1]);
});

it("W7 an edit without a change sends nothing; one that removes the text deletes the message", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1)], seq: 1 });
  page.composer.startEditing(page.channel.messageOf(1)!);
  page.composer.submit();
  expect(page.channel.changes.pending()).toEqual([]);
  page.composer.startEditing(page.channel.messageOf(1)!);
  page.write("");
  expect(page.channel.messageOf(1)?.deleted).toBe(true);
});

it("arrow up takes back a message that was never sent, with its reply; otherwise it edits the last own message", async () => {
  const page = await openPage();
  expect(page.composer.editLast()).toBe(false);
  page.composer.reply(message(7, { user: BEN }));
  page.write("waiting");
  expect(page.composer.editLast()).toBe(true);
  expect([page.box.value, page.composer.replyTo()?.id, page.channel.unsent.entries()]).toEqual(["waiting", 7, []]);
  page.composer.cancel();
  page.box.value = "";
  await page.online({ messages: [message(1), message(2), message(3, { user: BEN })], seq: 3 });
  page.composer.editLast();
  expect([page.composer.editing()?.id, page.box.value]).toEqual([2, "message 2"]);
});

it("a text that comes back is put before what is being written, and beside an edit into the draft", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1)], seq: 1 });
  page.box.value = "new";
  page.composer.changed();
  page.composer.restore("old");
  expect(page.box.value).toBe("old\nnew");
  page.composer.startEditing(page.channel.messageOf(1)!);
  page.composer.restore("older");
  expect([page.box.value, draft(page.name)]).toEqual(["message 1", "older\nold\nnew"]);
});

it("W14 a rejected edit whose message is not there comes back as text, each one once", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1), message(2)], seq: 2 });
  page.channel.changes.edit(1, "first");
  page.channel.changes.edit(2, "second");
  await page.online({ epoch: "another", you: ADA, messages: [], seq: 0 });
  await vi.waitFor(() => expect(page.box.value).toBe("second\nfirst"));
  expect(page.channel.changes.orphanedEdits()).toEqual([]);
});

it("W14 a rejected edit is opened again with its text, or comes back as text if its message was deleted", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1)], seq: 1 });
  page.channel.changes.edit(1, "better");
  await vi.waitFor(() => expect(page.sent()).toHaveLength(1));
  page.say({ t: "error", d: { code: "storage", message: "Later.", ref: "another" } });
  page.say({ t: "error", d: { code: "forbidden", message: "No.", ref: page.latestRef()! } });
  const rejected = page.channel.changes.editOf(1)!;
  expect([rejected.refusal?.message, page.texts()]).toEqual(["No.", ["message 1"]]);
  page.composer.editAgain(rejected);
  expect([page.box.value, page.composer.editing()?.id]).toEqual(["better", 1]);
});

it("W37 attached files are sent with the text or without one, and come back if the message is taken back", async () => {
  const page = await openPage();
  const file = { blob: new Blob(["a picture"]), name: "cat.webp", alt: "A cat", preview: "" };
  page.composer.setFiles([file]);
  page.write("");
  const [entry] = page.channel.unsent.entries();
  expect([entry?.text, entry?.files, page.composer.files()]).toEqual(["", [file], []]);
  page.write("a text");
  page.channel.unsent.setFileIds(entry!.cid, ["a"]);
  page.box.value = "more";
  page.composer.takeBack(entry!.cid);
  expect([page.box.value, page.composer.files()]).toEqual(["more", [file]]);
});

it("W37 an edit that removes the text of a message with files keeps the message", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1, { files: [{ id: "a", name: "cat.webp", gone: true }] })], seq: 1 });
  page.composer.startEditing(page.channel.messageOf(1)!);
  page.write("");
  expect(page.channel.messageOf(1)).toMatchObject({ text: "", files: [{ id: "a" }] });
});
