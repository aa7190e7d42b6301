/** A jump to a message scrolls to it, or shows the place of the history around it first, or says why it cannot. */
import { createRoot } from "solid-js";
import { expect, it, onTestFinished, vi } from "vitest";
import { itemsOf } from "../../../src/message-row/items";
import { createJump } from "../../../src/timeline/create-jump";
import { createPast } from "../../../src/timeline/create-past";
import "../support/browser";
import { ADA, message, openPage, stateOf, type ChannelPage } from "../support/channel-page";

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => message(from + index));

/** A page with the messages 51 to 100 of a channel that has more. */
async function openLatest() {
  const page = await openPage();
  await page.online({ messages: range(51, 100), seq: 100, more: true });
  const scrolledTo: number[] = [];
  const onFail = vi.fn<(why: unknown) => void>();
  const past = createPast(page.channel);
  onTestFinished(past.stop);
  const jump = createRoot(() =>
    createJump(page.channel, () => itemsOf(page.channel.timeline().messages, [], ADA), {
      showPage: past.showPage,
      scrollToIndex: (_, id) => scrolledTo.push(id),
      onFail,
    }),
  );
  return { page, jump, scrolledTo, onFail };
}

/** Answers the latest question with the messages around an id. */
async function answer(page: ChannelPage, around: number, from: number, to: number, newer = true): Promise<void> {
  page.say({ t: "page", d: { around, messages: range(from, to), more: from > 1, newer, ref: page.latestRef()! } });
  await Promise.resolve(); // the jump goes on
}

const isInPast = (page: ChannelPage) => page.channel.past() !== undefined;
const ids = (page: ChannelPage) => {
  const { messages } = page.channel.timeline();
  return [messages[0]!.id, messages.at(-1)!.id, messages.length];
};

it("scrolls to a loaded message at once, also a second time", async () => {
  const { page, jump, scrolledTo } = await openLatest();
  await jump(60);
  await jump(60);
  expect([scrolledTo, page.sent()]).toEqual([[60, 60], []]);
});

it("W31 shows the place around a message that is not loaded, and loads on at both ends until it meets the latest messages", async () => {
  const { page, jump, scrolledTo } = await openLatest();
  const done = jump(10);
  expect(page.sent()).toEqual([{ t: "history", d: { around: 10, limit: 50 } }]);
  await answer(page, 10, 5, 20);
  await done;
  expect([scrolledTo, ids(page), isInPast(page)]).toEqual([[10], [5, 20, 16], true]);

  page.channel.pages.load("older");
  page.say({ t: "page", d: { before: 5, messages: range(1, 4), more: false } });
  page.channel.pages.load("newer");
  expect(page.sent().slice(1)).toEqual([
    { t: "history", d: { before: 5, limit: 50 } },
    { t: "history", d: { after: 20, limit: 50 } },
  ]);
  page.say({ t: "page", d: { after: 20, messages: range(21, 45), more: true, newer: true } });
  expect([ids(page), isInPast(page)]).toEqual([[1, 45, 45], true]);
  page.channel.pages.load("newer");
  page.say({ t: "page", d: { after: 45, messages: range(46, 60), more: true, newer: true } });
  expect([ids(page), isInPast(page)]).toEqual([[1, 100, 100], false]);
});

it("W31 a page that overlaps the latest messages is joined to them", async () => {
  const { page, jump } = await openLatest();
  const done = jump(40);
  await answer(page, 40, 15, 64);
  await done;
  expect([ids(page), isInPast(page)]).toEqual([[15, 100, 86], false]);
});

it("W31 in the past, edits reach the messages shown there, and new messages are kept aside", async () => {
  const { page, jump } = await openLatest();
  const done = jump(10);
  await answer(page, 10, 5, 20);
  await done;
  page.say(stateOf(message(10, { seq: 101, text: "edited" })), stateOf(message(102)));
  expect([page.channel.messageOf(10)?.text, ids(page)]).toEqual(["edited", [5, 20, 16]]);
  page.channel.setPast(undefined);
  expect(ids(page)).toEqual([51, 102, 51]);
});

it("W31 a welcome that resumes nothing leaves the reader in the past; another history does not", async () => {
  const { page, jump } = await openLatest();
  const done = jump(10);
  await answer(page, 10, 5, 20);
  await done;
  page.server.welcome({ you: ADA, messages: range(900, 949), seq: 949, more: true });
  expect([ids(page), isInPast(page)]).toEqual([[5, 20, 16], true]);
  page.server.welcome({ you: ADA, messages: range(1, 2), seq: 2, epoch: "another" });
  expect([ids(page), isInPast(page)]).toEqual([[1, 2, 2], false]);
});

it("W31 in the past, changes that the socket has missed are asked for, and the place stays", async () => {
  const { page, jump } = await openLatest();
  const done = jump(10);
  await answer(page, 10, 5, 20);
  await done;
  page.server.welcome({ you: ADA, messages: range(900, 949), seq: 949, more: true });
  expect(page.sent().at(-1)).toEqual({ t: "history", d: { after: 4, limit: 100 } });
  const changed = [...range(5, 9), message(10, { seq: 800, text: "edited" }), ...range(11, 104)];
  page.say({ t: "page", d: { after: 4, messages: changed, more: true, newer: true, ref: page.latestRef()! } });
  expect([page.channel.messageOf(10)?.text, ids(page), isInPast(page)]).toEqual(["edited", [5, 20, 16], true]);
});

it("fails if the message does not exist any more, or if there is no answer, and moves nothing", async () => {
  const { page, jump, onFail, scrolledTo } = await openLatest();
  const gone = jump(3);
  await answer(page, 3, 5, 20);
  await gone;
  expect(onFail).toHaveBeenCalledExactlyOnceWith("gone");
  const lost = jump(4);
  page.server.welcome({ you: ADA, messages: range(51, 100), seq: 100, more: true });
  await lost;
  expect(onFail.mock.lastCall).toMatchObject([{ reason: "no_answer" }]);
  expect([ids(page), scrolledTo]).toEqual([[51, 100, 50], []]);
});

it("the answer to an earlier jump comes too late", async () => {
  const { page, jump, scrolledTo } = await openLatest();
  const first = jump(10);
  const ref = page.latestRef()!;
  await jump(60);
  page.say({ t: "page", d: { around: 10, messages: range(5, 20), more: true, newer: true, ref } });
  await first;
  expect([scrolledTo, isInPast(page)]).toEqual([[60], false]);
});
