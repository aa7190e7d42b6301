/** The timeline: how a client's list of messages follows from what the channel says. */
import { describe, expect, it } from "vitest";
import { EMPTY, fold, timelineOf, type Timeline } from "../../../src/channel/timeline";
import type { Message, ServerEvent, Welcome } from "../../../src/shared/protocol";

const ada = { id: "a", name: "Ada" };

/** The message `id`, as it was created or as of the change `seq`. */
const message = (id: number, seq = id): Message => ({ id, seq, cid: `c${id}`, user: ada, text: `${id} as of ${seq}`, at: 1 });
const messages = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => message(from + i));

const chat = (d: Message): ServerEvent => ({ t: "chat", seq: d.seq, d });
const page = (before: number, messages: Message[], more = false): ServerEvent => ({ t: "page", d: { before, messages, more } });

function welcome(d: Partial<Welcome>): ServerEvent {
  const rest = { protocol: 1, channel: "c", seq: 0, you: ada, n: 1, users: [ada], limits: { frame: 1, text: 1, name: 1 } };
  return { t: "welcome", d: { ...rest, epoch: "e", resumed: false, messages: [], more: false, ...d } };
}

const loaded = (from: number, to: number, more = from > 1): Timeline =>
  timelineOf({ epoch: "e", messages: messages(from, to), more });
const ids = ({ messages }: Timeline) => messages.map(({ id }) => id);
const texts = ({ messages }: Timeline) => messages.map(({ text }) => text);

describe("W5 a message's state", () => {
  it("W5 goes to the end when the message is new", () => {
    expect(ids(fold(loaded(1, 3), chat(message(4))))).toEqual([1, 2, 3, 4]);
    expect(ids(fold(EMPTY, chat(message(1))))).toEqual([1]);
  });

  it("W5 takes the place of an older state of that message", () => {
    const after = fold(loaded(1, 3), chat(message(2, 4)));
    expect(texts(after)).toEqual(["1 as of 1", "2 as of 4", "3 as of 3"]);
  });

  it("W5 leaves the other messages what they were, the same objects", () => {
    const before = loaded(1, 3);
    const after = fold(before, chat(message(2, 4)));
    expect(after.messages[0]).toBe(before.messages[0]);
    expect(after.messages[2]).toBe(before.messages[2]);
  });

  it("W6 is ignored when one as new is there: the same timeline comes back", () => {
    const before = fold(loaded(1, 3), chat(message(2, 5)));
    for (const seq of [2, 4, 5]) expect(fold(before, chat(message(2, seq)))).toBe(before);
    expect(texts(fold(before, chat(message(2, 6))))[1]).toBe("2 as of 6");
  });

  it("W5 is ignored when the message is older than what is loaded, where it would leave a hole", () => {
    const before = loaded(10, 12);
    expect(fold(before, chat(message(9, 13)))).toBe(before);
  });

  it("W5 finds its place at the front when nothing older is left to load", () => {
    const from2 = loaded(2, 3, false);
    expect(ids(fold(from2, chat(message(1, 4))))).toEqual([1, 2, 3]);
  });

  it("W5 applied in any order, each as often as you like, gives the same list", () => {
    const states = [message(1), message(2), message(1, 3), message(4), message(2, 5)];
    const inOrder = states.map(chat).reduce(fold, EMPTY);
    const shuffled = [4, 3, 4, 0, 2, 1, 0, 3].map((i) => chat(states[i]!)).reduce(fold, EMPTY);
    expect(shuffled).toEqual(inOrder);
    expect(texts(inOrder)).toEqual(["1 as of 3", "2 as of 5", "4 as of 4"]);
  });
});

describe("W3 a resumed welcome", () => {
  it("W3 changes the changed messages in place and adds the new ones", () => {
    const after = fold(
      loaded(1, 3),
      welcome({ resumed: true, messages: [message(5), message(2, 6), message(4, 7)], more: true }),
    );
    expect(texts(after)).toEqual(["1 as of 1", "2 as of 6", "3 as of 3", "4 as of 7", "5 as of 5"]);
    expect([after.more, after.skipped]).toEqual([false, false]); // its `more` is about the latest messages, not about these
  });

  it("W3 leaves out changed messages that are older than what is loaded", () => {
    const after = fold(loaded(10, 12), welcome({ resumed: true, messages: [message(13), message(4, 14), message(11, 15)] }));
    expect(ids(after)).toEqual([10, 11, 12, 13]);
    expect(after.more).toBe(true);
  });

  it("W3 that brings nothing, or nothing new, changes nothing: the same timeline comes back", () => {
    const before = loaded(1, 3);
    expect(fold(before, welcome({ resumed: true }))).toBe(before);
    expect(fold(before, welcome({ resumed: true, messages: messages(2, 3) }))).toBe(before);
  });

  it("W3 keeps the mark of a hole that is still there", () => {
    const before = { ...loaded(10, 12), skipped: true };
    expect(fold(before, welcome({ resumed: true, messages: [message(13)] })).skipped).toBe(true);
  });
});

describe("W3 a welcome that is not resumed", () => {
  const latest = (from: number, to: number, more = from > 1) => welcome({ messages: messages(from, to), more });

  it("W3 puts the latest messages in place of what was there", () => {
    const after = fold(loaded(1, 3), latest(101, 150));
    expect(after).toEqual({ epoch: "e", messages: messages(101, 150), more: true, skipped: true });
  });

  it("W3 marks that messages were skipped only if there can be some between the old list and the new", () => {
    expect(fold(loaded(1, 60), latest(101, 150)).skipped).toBe(true);
    expect(fold(loaded(1, 100), latest(102, 151)).skipped).toBe(true);
    expect(fold(loaded(1, 100), latest(101, 150)).skipped).toBe(false); // 101 follows 100
    expect(fold(loaded(1, 120), latest(101, 150)).skipped).toBe(false); // they overlap
    expect(fold(loaded(1, 3), latest(1, 40)).skipped).toBe(false); // it is the whole history
  });

  it("W3 marks it too for someone who had seen the channel empty", () => {
    const empty = timelineOf({ epoch: "e", messages: [], more: false });
    expect(fold(empty, latest(101, 150)).skipped).toBe(true);
    expect(fold(empty, latest(1, 50)).skipped).toBe(false);
  });

  it("W3 of a first visit, or of another epoch, has skipped nothing", () => {
    expect(fold(EMPTY, latest(101, 150)).skipped).toBe(false);
    const after = fold(loaded(1, 3), welcome({ epoch: "f", messages: messages(101, 150), more: true }));
    expect(after).toEqual({ epoch: "f", messages: messages(101, 150), more: true, skipped: false });
  });

  it("W3 of another epoch brings lower numbers, and they count", () => {
    const after = fold(loaded(50, 99), welcome({ epoch: "f", messages: messages(1, 2) }));
    expect(after).toEqual({ epoch: "f", messages: messages(1, 2), more: false, skipped: false });
    expect(texts(fold(after, chat(message(2, 3))))).toEqual(["1 as of 1", "2 as of 3"]);
  });
});

describe("W8 a page of older messages", () => {
  it("W8 goes before those that are there, and says whether there are more", () => {
    const after = fold(loaded(51, 60), page(51, messages(41, 50), true));
    expect([ids(after), after.more]).toEqual([messages(41, 60).map(({ id }) => id), true]);
    expect(fold(after, page(41, messages(1, 40))).more).toBe(false);
  });

  it("W8 is ignored when it was asked for before another list, or has come already", () => {
    const before = loaded(51, 60);
    for (const stale of [41, 50, 52, 101]) expect(fold(before, page(stale, messages(41, 50)))).toBe(before);
    const after = fold(before, page(51, messages(41, 50), true));
    expect(fold(after, page(51, messages(41, 50), true))).toBe(after);
    expect(fold(EMPTY, page(51, messages(41, 50)))).toBe(EMPTY);
  });

  it("W8 takes the mark of skipped messages away", () => {
    const marked = { ...loaded(51, 60), skipped: true };
    expect(fold(marked, page(51, messages(41, 50), true)).skipped).toBe(false);
  });

  it("W8 lets later changes of the messages that it brought through", () => {
    const after = fold(loaded(51, 60), page(51, messages(41, 50), true));
    expect(fold(after, chat(message(45, 61))).messages[4]).toEqual(message(45, 61));
    expect(fold(after, chat(message(40, 61)))).toBe(after);
  });
});

it("W9 W10 W11 W14 presence, names, typing and refusals are not the timeline's: the same one comes back", () => {
  const before = loaded(1, 3);
  const others: ServerEvent[] = [
    { t: "presence", d: { n: 2, joins: [ada] } },
    { t: "name", d: { user: ada } },
    { t: "typing", d: { user: ada } },
    { t: "error", d: { code: "storage", message: "That could not be stored." } },
  ];
  for (const event of others) expect(fold(before, event)).toBe(before);
});

it("W5 a fold changes nothing in the timeline that it is given", () => {
  const before = loaded(10, 12);
  const copy = structuredClone(before);
  const events = [
    chat(message(13)),
    chat(message(11, 14)),
    page(10, messages(5, 9), true),
    welcome({ resumed: true, messages: [message(12, 15)] }),
  ];
  for (const event of events) fold(before, event);
  expect(before).toEqual(copy);
});
