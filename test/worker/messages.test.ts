/** The messages as peers get them: resumes, changes and pages, across an eviction. */
import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { MAX_RESUME, PAGE_SIZE, type Message } from "../../src/shared/protocol";
import type { MessageStore } from "../../worker/storage/messages";
import { join, type TestPeer } from "./support/peer";
import { channelOf, evict, makeKnown, withMessageStore } from "./support/stored";

const ada = { id: "a", name: "Ada" };
const EPOCH = "stored"; // of the store in withMessageStore

const ids = (messages: readonly Message[]) => messages.map(({ id }) => id);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Ada's `count` messages. */
function appendMessages(store: MessageStore, count: number): void {
  for (let i = 0; i < count; i++) store.append(ada, `${store.seq}`, `line ${store.seq}`, 1);
}

/** The latest state of each message, by seq, as the chat events of a peer tell it. */
async function statesUpTo(peer: TestPeer, seq: number): Promise<Message[]> {
  const states = new Map<number, Message>();
  for (;;) {
    const { d } = await peer.nextOf("chat");
    states.set(d.id, d);
    if (d.seq === seq) return [...states.values()].sort((a, b) => a.seq - b.seq);
  }
}

describe("W3 resume", () => {
  it("W3 returns exactly the messages changed since then, in their current state, by seq", async () => {
    const [writer, witness] = await Promise.all([join("w3/away"), join("w3/away")]);
    await makeKnown("w3/away", writer);
    for (const text of ["one", "two", "three", "four"]) await writer.sendMessage(text);
    await statesUpTo(witness, 4);

    writer.send({ t: "edit", d: { id: 1, text: "first edit" } }); // 5
    await writer.sendMessage("six");
    writer.send({ t: "delete", d: { id: 2 } }); // 7
    await evict("w3/away");
    writer.send({ t: "edit", d: { id: 1, text: "second edit" } }); // 8
    writer.send({ t: "react", d: { id: 6, emoji: "👍", on: true } }); // 9
    const changed = await statesUpTo(witness, 9);

    const back = await join("w3/away", { since: 4, epoch: witness.welcome.epoch });
    expect(back.welcome).toMatchObject({ resumed: true, seq: 9 });
    expect(ids(back.welcome.messages)).toEqual([2, 1, 6]);
    expect(back.welcome.messages).toEqual(changed);
  });

  it("W3 returns nothing if nothing was missed, also after an eviction", async () => {
    await withMessageStore("w3/nothing", (store) => appendMessages(store, 3));
    for (let visit = 0; visit < 2; visit++) {
      const back = await join("w3/nothing", { since: 3, epoch: EPOCH });
      expect(back.welcome).toMatchObject({ resumed: true, messages: [], seq: 3 });
      await evict("w3/nothing");
    }
  });

  it("W3 after 400 changes, returns exactly those messages", async () => {
    await withMessageStore("w3/400", (store) => appendMessages(store, 300));
    await withMessageStore("w3/400", (store) => {
      appendMessages(store, 100);
      for (let i = 0; i < 100; i++) {
        store.edit(ada.id, 101 + i, "edited", 2);
        store.react("b", 151 + i, "👍", true);
        store.delete(ada.id, 301 + i);
      }
    });
    const { welcome, frames } = await join("w3/400", { since: 300, epoch: EPOCH });
    expect(welcome).toMatchObject({ resumed: true, seq: 700 });
    expect(ids(welcome.messages).sort((a, b) => a - b)).toEqual([...range(101, 250), ...range(301, 400)]);
    expect(welcome.messages).toEqual(welcome.messages.toSorted((a, b) => a.seq - b.seq));
    const of = (id: number) => welcome.messages.find((message) => message.id === id);
    expect(of(101)).toMatchObject({ text: "edited", editedAt: 2 });
    expect(of(151)).toMatchObject({ text: "edited", reactions: [{ emoji: "👍", users: ["b"] }] });
    expect(of(301)).toMatchObject({ text: "", deleted: true });
    console.info(`resumed after 400 changes: ${welcome.messages.length} messages, ${frames[0]!.length} bytes`);
  });

  it("W3 returns up to 500 changed messages, new or old; after one more, the latest 50", async () => {
    await withMessageStore("w3/500", (store) => appendMessages(store, 300));
    await withMessageStore("w3/500", (store) => {
      appendMessages(store, 250);
      for (let id = 1; id <= 250; id++) store.edit(ada.id, id, "edited", 2);
    });
    const all = (await join("w3/500", { since: 300, epoch: EPOCH })).welcome;
    expect([all.resumed, all.messages.length]).toEqual([true, MAX_RESUME]);
    await withMessageStore("w3/500", (store) => store.edit(ada.id, 251, "edited", 2));
    const { welcome } = await join("w3/500", { since: 300, epoch: EPOCH });
    expect([welcome.resumed, welcome.more, ids(welcome.messages)]).toEqual([false, true, range(501, 550)]);
    expect((await join("w3/500", { since: 301, epoch: EPOCH })).welcome.resumed).toBe(true);
  });

  it("W3 after 5,000 changes, returns the latest 50", async () => {
    await withMessageStore("w3/5000", (store) => appendMessages(store, 5_010));
    const { welcome } = await join("w3/5000", { since: 10, epoch: EPOCH });
    expect([welcome.resumed, welcome.more, ids(welcome.messages)]).toEqual([false, true, range(4_961, 5_010)]);
  });

  it("W3 500 new messages resume, 501 do not", async () => {
    await withMessageStore("w3/new", (store) => appendMessages(store, MAX_RESUME + 1));
    expect((await join("w3/new", { since: 1, epoch: EPOCH })).welcome).toMatchObject({ resumed: true, seq: 501 });
    expect((await join("w3/new", { since: 0, epoch: EPOCH })).welcome).toMatchObject({ resumed: false, more: true });
  });

  it("W3 one message changed 600 times is one message to resume", async () => {
    await withMessageStore("w3/often", (store) => {
      appendMessages(store, 2);
      for (let i = 0; i < 600; i++) store.edit(ada.id, 1, `${i}`, 2);
    });
    const { welcome } = await join("w3/often", { since: 2, epoch: EPOCH });
    expect(welcome).toMatchObject({ resumed: true, seq: 602, messages: [{ id: 1, seq: 602, text: "599" }] });
  });

  it("W3 an invalid since or another epoch counts as none: the latest 50", async () => {
    await withMessageStore("w3/none", (store) => appendMessages(store, 60));
    const nonsense = ["", "x", "-1", "1.5", "1e1", "0x1", " 1", "61", "9".repeat(15), "9".repeat(40), "NaN", "null"];
    const asked = [
      ...nonsense.map((since) => ({ since, epoch: EPOCH })),
      { since: 59, epoch: "other" },
      { since: 59 },
      { epoch: EPOCH },
    ];
    for (const query of asked) {
      const { welcome } = await join("w3/none", query);
      expect([query, welcome.resumed, welcome.more, ids(welcome.messages)]).toEqual([query, false, true, range(11, 60)]);
    }
  });

  it("W3 more says whether there is anything older than the latest 50", async () => {
    await withMessageStore("w3/more", (store) => appendMessages(store, PAGE_SIZE));
    expect((await join("w3/more")).welcome).toMatchObject({ more: false, messages: { length: PAGE_SIZE } });
    await withMessageStore("w3/more", (store) => appendMessages(store, 1));
    expect((await join("w3/more")).welcome).toMatchObject({ more: true, messages: { length: PAGE_SIZE } });
  });

  it("W3 a new history has another epoch, and the old one is not resumed", async () => {
    const before = await join("w3/anew");
    await before.sendMessage("old");
    await runInDurableObject(channelOf("w3/anew"), (_channel, { storage }) => storage.deleteAll());
    await evict("w3/anew", "close");
    const after = await join("w3/anew", { since: 1, epoch: before.welcome.epoch });
    expect(after.welcome).toMatchObject({ resumed: false, seq: 0, messages: [], more: false });
    expect(after.welcome.epoch).not.toBe(before.welcome.epoch);
  });
});

describe("W4 sending again", () => {
  it("W4 a cid is stored once, however often it is sent and whatever happened to its message", async () => {
    const [writer, other] = await Promise.all([join("w4/once"), join("w4/once")]);
    const again = { t: "chat", d: { cid: "same", text: "hello" } } as const;
    for (let i = 0; i < 5; i++) writer.send(again);
    await evict("w4/once");
    writer.send(again);
    for (let i = 0; i < 6; i++) expect((await writer.nextOf("chat")).d).toMatchObject({ id: 1, seq: 1, text: "hello" });
    writer.send({ t: "edit", d: { id: 1, text: "edited" } });
    await writer.nextOf("chat");
    writer.send(again);
    expect((await writer.nextOf("chat")).d).toMatchObject({ id: 1, seq: 2, text: "edited" });
    writer.send({ t: "delete", d: { id: 1 } });
    await writer.nextOf("chat");
    await evict("w4/once");
    writer.send(again);
    expect((await writer.nextOf("chat")).d).toMatchObject({ id: 1, seq: 3, text: "", deleted: true });
    expect((await other.sendMessage("the second message")).id).toBe(4);
    expect(ids((await join("w4/once")).welcome.messages)).toEqual([1, 4]);
  });

  it("W4 a reply sent again is acknowledged, as it was the first time", async () => {
    const writer = await join("w4/reply");
    await writer.sendMessage("question");
    writer.send({ t: "chat", d: { cid: "reply", text: "answer", reply: 1 } });
    const { d } = await writer.nextOf("chat");
    await evict("w4/reply");
    writer.send({ t: "chat", d: { cid: "reply", text: "answer", reply: 1 } });
    expect((await writer.nextOf("chat")).d).toEqual(d);
    writer.send({ t: "chat", d: { cid: "reply", text: "answer", reply: 99 } }); // not what it was, but its cid is
    expect((await writer.nextOf("chat")).d).toEqual(d);
  });
});
