/** The quotes of answered messages that are not loaded (W5). */
import { expect, it } from "vitest";
import { EMPTY, fold, foldAll, quoteOf, timelineOf } from "../../../src/channel/timeline";
import type { Quote } from "../../../src/shared/protocol";
import { ADA, BEN, message, stateOf } from "../support/channel-page";
import { welcome } from "../support/fake-server";

const quote = (text: string, more: Partial<Quote> = {}): Quote => ({ id: 1, user: BEN, text, ...more });
const answer = message(70, { reply: 1 });
const loaded = timelineOf({ epoch: "e", messages: [answer], more: true, quotes: [quote("the question")] });

it("W5 a quote comes with the snapshot, a welcome, a page or the answer's event", () => {
  expect(quoteOf(loaded, 1)).toEqual(quote("the question"));
  const first = welcome({ messages: [answer], quotes: [quote("first load")] });
  expect(quoteOf(fold(EMPTY, first), 1)?.text).toBe("first load");
  const resumed = welcome({ resumed: true, messages: [message(71, { reply: 2 })], quotes: [quote("missed", { id: 2 })] });
  expect([1, 2].map((id) => quoteOf(fold(loaded, resumed), id)?.text)).toEqual(["the question", "missed"]);
  const older = { before: 70, messages: [message(60, { reply: 3 })], more: true, quotes: [quote("older", { id: 3 })] };
  expect([1, 3].map((id) => quoteOf(fold(loaded, { t: "page", d: older }), id)?.text)).toEqual(["the question", "older"]);
  const live = fold(loaded, { t: "chat", seq: 71, d: { ...message(71, { reply: 4 }), quote: quote("live", { id: 4 }) } });
  expect(quoteOf(live, 4)?.text).toBe("live");
  expect(live.messages.at(-1)).toEqual(message(71, { reply: 4 })); // the quote is kept once
});

it("W5 a quote follows the changes of its message, live and after an absence", () => {
  const edited = message(1, { seq: 80, user: BEN, text: "edited" });
  const deleted = message(1, { seq: 81, user: BEN, text: "", deleted: true });
  expect(quoteOf(fold(loaded, stateOf(edited)), 1)?.text).toBe("edited");
  expect(quoteOf(foldAll(loaded, [stateOf(edited), stateOf(deleted)]), 1)?.deleted).toBe(true);
  expect(quoteOf(fold(loaded, welcome({ resumed: true, messages: [deleted] })), 1)?.deleted).toBe(true);
});

it("W5 the loaded message counts, once it is loaded", () => {
  const after = fold(loaded, { t: "page", d: { before: 70, messages: [message(1, { text: "in full" })], more: false } });
  expect(quoteOf(after, 1)?.text).toBe("in full");
});

it("a message that is removed because the list is long stays known to its answers, and to nobody else", () => {
  const messages = [message(1), message(2), message(3, { reply: 1 }), message(4)];
  const long = timelineOf({ epoch: "e", messages, more: false });
  const after = foldAll(long, [stateOf(message(5, { user: ADA }))], 3);
  expect(after.messages.map(({ id }) => id)).toEqual([3, 4, 5]);
  expect([...after.quotes!.keys()]).toEqual([1]);
  const later = foldAll(after, [stateOf(message(6))], 3);
  expect(later.quotes).toBeUndefined();
});
