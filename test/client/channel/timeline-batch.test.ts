/** A frame of many events makes one copy of the list, with the result of folding them one by one; the list has a maximum length. */
import fc from "../../support/fast-check";
import { describe, expect, it } from "vitest";
import {
  EMPTY,
  fold,
  foldAll,
  MAX_MESSAGES_AT_END as MAX,
  MAX_MESSAGES_SCROLLED_UP,
  timelineOf,
  type Timeline,
} from "../../../src/channel/timeline";
import type { Message, ServerEvent, Welcome } from "../../../src/shared/protocol";

const ada = { id: "a", name: "Ada" };
const message = (id: number, seq = id): Message => ({ id, seq, cid: `c${id}`, user: ada, text: `${id} as of ${seq}`, at: 1 });
const messages = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => message(from + i));
const chat = (d: Message): ServerEvent => ({ t: "chat", seq: d.seq, d });
const page = (before: number, messages: Message[], more: boolean): ServerEvent => ({ t: "page", d: { before, messages, more } });
const presence: ServerEvent = { t: "presence", d: { n: 1 } };

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

const loaded = (from: number, to: number): Timeline => timelineOf({ epoch: "e", messages: messages(from, to), more: from > 1 });
const ids = ({ messages }: Timeline) => messages.map(({ id }) => id);

describe("W13 a frame of many events", () => {
  const id = fc.integer({ min: 1, max: 30 });
  const state = fc.tuple(id, fc.nat({ max: 20 })).map(([id, changes]) => message(id, id + changes));
  const stretch = fc.tuple(id, fc.nat({ max: 10 })).map(([from, length]) => messages(from, from + length));
  const event = fc.oneof(
    { arbitrary: state.map(chat), weight: 6 },
    fc.tuple(id, fc.boolean()).map(([before, more]) => page(before, messages(Math.max(1, before - 4), before - 1), more)),
    fc.array(state).map((messages) => welcome({ resumed: true, messages })),
    fc.tuple(stretch, fc.boolean()).map(([messages, more]) => welcome({ messages, more })),
    fc.constant(presence),
  );
  const start = fc.oneof(
    fc.constant(EMPTY),
    fc.tuple(id, fc.nat({ max: 10 })).map(([from, length]) => loaded(from, from + length)),
  );
  const most = fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 20 }));

  it("W13 folding all at once gives the same as folding one event after the other, for any maximum length", () => {
    fc.assert(
      fc.property(start, fc.array(event, { maxLength: 20 }), most, (start, events, most) => {
        const oneByOne = events.reduce((timeline, event) => foldAll(timeline, [event], most), start);
        expect(foldAll(start, events, most)).toEqual(oneByOne);
        if (most === Infinity) expect(events.reduce((timeline, event) => fold(timeline, event), start)).toEqual(oneByOne);
      }),
      { numRuns: 2_000 },
    );
  });

  it("W13 copies the list once", () => {
    let copies = 0;
    const before = loaded(1, 100);
    const watched = new Proxy([...before.messages], {
      get(list, key) {
        if (key === Symbol.iterator) copies++;
        return Reflect.get(list, key);
      },
    });
    const after = foldAll({ ...before, messages: watched }, [...messages(101, 150), message(7, 151)].map(chat));
    expect([copies, after.messages.length]).toEqual([1, 150]);
  });

  it("W13 without a change returns the same timeline, and never modifies its input", () => {
    const before = loaded(10, 12);
    const copy = structuredClone(before);
    expect(foldAll(before, [presence, chat(message(11)), chat(message(4, 13)), presence])).toBe(before);
    foldAll(before, [chat(message(13)), chat(message(11, 14))], 2);
    expect(before).toEqual(copy);
  });
});

describe("the maximum length of a timeline", () => {
  it("if new messages exceed it, the oldest are removed, and more is true", () => {
    const after = foldAll(loaded(1, MAX), [chat(message(MAX + 1)), chat(message(MAX + 2))], MAX);
    expect([after.messages.length, ids(after)[0], ids(after).at(-1), after.more]).toEqual([MAX, 3, MAX + 2, true]);
  });

  it("W8 removed messages come back by paging, and stay until the next message", () => {
    const full = foldAll(loaded(1, MAX), [chat(message(MAX + 1))], MAX);
    const back = foldAll(full, [page(2, messages(1, 1), false)], MAX);
    expect([back.messages.length, back.more]).toEqual([MAX + 1, false]);
    expect(foldAll(back, [chat(message(MAX + 2))], MAX_MESSAGES_SCROLLED_UP).messages).toHaveLength(MAX + 2);
    expect(foldAll(back, [chat(message(MAX + 2))], MAX).messages).toHaveLength(MAX);
  });

  it("W5 a later change to a removed message is ignored", () => {
    const full = foldAll(loaded(1, MAX), [chat(message(MAX + 1))], MAX);
    expect(foldAll(full, [chat(message(1, MAX + 2))], MAX)).toBe(full);
  });

  it("a shorter list keeps all messages and its more", () => {
    const after = foldAll(loaded(1, 3), [chat(message(4))], MAX);
    expect([ids(after), after.more]).toEqual([[1, 2, 3, 4], false]);
  });
});
