/** The timeline: a client's list of messages as a fold of the channel's events. */
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
  const rest = {
    protocol: 1,
    channel: "c",
    seq: 0,
    now: 0,
    you: ada,
    n: 1,
    users: [ada],
    limits: { frame: 1, text: 1, name: 1 },
  };
  return { t: "welcome", d: { ...rest, epoch: "e", resumed: false, messages: [], more: false, ...d } };
}

const loaded = (from: number, to: number, more = from > 1): Timeline =>
  timelineOf({ epoch: "e", messages: messages(from, to), more });
const ids = ({ messages }: Timeline) => messages.map(({ id }) => id);
const texts = ({ messages }: Timeline) => messages.map(({ text }) => text);

describe("W5 a message's state", () => {
  it("W5 goes to the end if the message is new", () => {
    expect(ids(fold(loaded(1, 3), chat(message(4))))).toEqual([1, 2, 3, 4]);
    expect(ids(fold(EMPTY, chat(message(1))))).toEqual([1]);
  });

  it("W14 keeps no ref of the question that it answers", () => {
    const after = fold(loaded(1, 3), { t: "chat", seq: 4, d: { ...message(4), ref: "question 1" } });
    expect(after.messages.at(-1)).toEqual(message(4));
  });

  it("W5 replaces an older state of the same message", () => {
    const after = fold(loaded(1, 3), chat(message(2, 4)));
    expect(texts(after)).toEqual(["1 as of 1", "2 as of 4", "3 as of 3"]);
  });

  it("W5 keeps the other messages as the same objects", () => {
    const before = loaded(1, 3);
    const after = fold(before, chat(message(2, 4)));
    expect(after.messages[0]).toBe(before.messages[0]);
    expect(after.messages[2]).toBe(before.messages[2]);
  });

  it("W6 is ignored if a state as new is known: the timeline is the same object", () => {
    const before = fold(loaded(1, 3), chat(message(2, 5)));
    for (const seq of [2, 4, 5]) expect(fold(before, chat(message(2, seq)))).toBe(before);
    expect(texts(fold(before, chat(message(2, 6))))[1]).toBe("2 as of 6");
  });

  it("W5 is ignored if the message is older than the loaded ones, because it would leave a gap", () => {
    const before = loaded(10, 12);
    expect(fold(before, chat(message(9, 13)))).toBe(before);
  });

  it("W5 goes to the front if nothing older is left to load", () => {
    const from2 = loaded(2, 3, false);
    expect(ids(fold(from2, chat(message(1, 4))))).toEqual([1, 2, 3]);
  });

  it("W5 in any order, and applied any number of times, states give the same list", () => {
    const states = [message(1), message(2), message(1, 3), message(4), message(2, 5)];
    const inOrder = states.map(chat).reduce(fold, EMPTY);
    const shuffled = [4, 3, 4, 0, 2, 1, 0, 3].map((i) => chat(states[i]!)).reduce(fold, EMPTY);
    expect(shuffled).toEqual(inOrder);
    expect(texts(inOrder)).toEqual(["1 as of 3", "2 as of 5", "4 as of 4"]);
  });
});

describe("W3 a resumed welcome", () => {
  it("W3 updates changed messages in place and adds new ones", () => {
    const after = fold(
      loaded(1, 3),
      welcome({ resumed: true, messages: [message(5), message(2, 6), message(4, 7)], more: true }),
    );
    expect(texts(after)).toEqual(["1 as of 1", "2 as of 6", "3 as of 3", "4 as of 7", "5 as of 5"]);
    expect([after.more, after.skipped]).toEqual([false, false]); // its `more` is about the latest messages, not about these
  });

  it("W3 ignores changed messages that are older than the loaded ones", () => {
    const after = fold(loaded(10, 12), welcome({ resumed: true, messages: [message(13), message(4, 14), message(11, 15)] }));
    expect(ids(after)).toEqual([10, 11, 12, 13]);
    expect(after.more).toBe(true);
  });

  it("W3 without news returns the same timeline", () => {
    const before = loaded(1, 3);
    expect(fold(before, welcome({ resumed: true }))).toBe(before);
    expect(fold(before, welcome({ resumed: true, messages: messages(2, 3) }))).toBe(before);
  });

  it("W3 keeps the mark of a gap that still exists", () => {
    const before = { ...loaded(10, 12), skipped: true };
    expect(fold(before, welcome({ resumed: true, messages: [message(13)] })).skipped).toBe(true);
  });
});

describe("W3 a welcome that is not resumed", () => {
  const latest = (from: number, to: number, more = from > 1) => welcome({ messages: messages(from, to), more });

  it("W3 replaces the list by the latest messages", () => {
    const after = fold(loaded(1, 3), latest(101, 150));
    expect(after).toEqual({ epoch: "e", messages: messages(101, 150), more: true, skipped: true });
  });

  it("W3 marks skipped messages only if some can exist between the old and the new list", () => {
    expect(fold(loaded(1, 60), latest(101, 150)).skipped).toBe(true);
    expect(fold(loaded(1, 100), latest(102, 151)).skipped).toBe(true);
    expect(fold(loaded(1, 100), latest(101, 150)).skipped).toBe(false); // 101 follows 100
    expect(fold(loaded(1, 120), latest(101, 150)).skipped).toBe(false); // they overlap
    expect(fold(loaded(1, 3), latest(1, 40)).skipped).toBe(false); // it is the whole history
  });

  it("W3 marks them, too, for a reader who had seen the channel empty", () => {
    const empty = timelineOf({ epoch: "e", messages: [], more: false });
    expect(fold(empty, latest(101, 150)).skipped).toBe(true);
    expect(fold(empty, latest(1, 50)).skipped).toBe(false);
  });

  it("W3 marks nothing at a first visit or in another epoch", () => {
    expect(fold(EMPTY, latest(101, 150)).skipped).toBe(false);
    const after = fold(loaded(1, 3), welcome({ epoch: "f", messages: messages(101, 150), more: true }));
    expect(after).toEqual({ epoch: "f", messages: messages(101, 150), more: true, skipped: false });
  });

  it("W3 of another epoch replaces the list, although its ids are lower", () => {
    const after = fold(loaded(50, 99), welcome({ epoch: "f", messages: messages(1, 2) }));
    expect(after).toEqual({ epoch: "f", messages: messages(1, 2), more: false, skipped: false });
    expect(texts(fold(after, chat(message(2, 3))))).toEqual(["1 as of 1", "2 as of 3"]);
  });
});

describe("W8 a page of older messages", () => {
  it("W8 goes before the loaded messages, and says whether more exist", () => {
    const after = fold(loaded(51, 60), page(51, messages(41, 50), true));
    expect([ids(after), after.more]).toEqual([messages(41, 60).map(({ id }) => id), true]);
    expect(fold(after, page(41, messages(1, 40))).more).toBe(false);
  });

  it("W8 is ignored if it was requested before the list was replaced, or arrives twice", () => {
    const before = loaded(51, 60);
    for (const stale of [41, 50, 52, 101]) expect(fold(before, page(stale, messages(41, 50)))).toBe(before);
    const after = fold(before, page(51, messages(41, 50), true));
    expect(fold(after, page(51, messages(41, 50), true))).toBe(after);
    expect(fold(EMPTY, page(51, messages(41, 50)))).toBe(EMPTY);
  });

  it("W8 removes the mark of skipped messages", () => {
    const marked = { ...loaded(51, 60), skipped: true };
    expect(fold(marked, page(51, messages(41, 50), true)).skipped).toBe(false);
  });

  it("W8 later changes to its messages apply", () => {
    const after = fold(loaded(51, 60), page(51, messages(41, 50), true));
    expect(fold(after, chat(message(45, 61))).messages[4]).toEqual(message(45, 61));
    expect(fold(after, chat(message(40, 61)))).toBe(after);
  });
});

it("W9 W10 W11 W14 presence, names, typing and errors do not change the timeline", () => {
  const before = loaded(1, 3);
  const others: ServerEvent[] = [
    { t: "presence", d: { n: 2, joins: [ada] } },
    { t: "name", d: { user: ada } },
    { t: "typing", d: { user: ada } },
    { t: "error", d: { code: "storage", message: "That could not be stored." } },
  ];
  for (const event of others) expect(fold(before, event)).toBe(before);
});

it("W5 a fold does not modify its input", () => {
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
