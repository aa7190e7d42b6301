/** Quotes: an answered message that a client may not have travels along with its answer (W5). */
import { expect, it } from "vitest";
import { MAX_QUOTE, PAGE_SIZE, type Quote } from "../../src/shared/protocol";
import type { MessageStore } from "../../worker/storage/messages";
import { join, type TestPeer } from "./support/peer";
import { makeKnown, snapshotOf, withMessageStore } from "./support/stored";

const ada = { id: "a", name: "Ada" };
const ben = { id: "b", name: "Ben" };
const EPOCH = "stored"; // of what withMessageStore makes

function appendGreetings(store: MessageStore, count: number): void {
  for (let i = 0; i < count; i++) store.append(ada, `${store.seq}`, "hello", 1);
}

/** A channel whose first message is Ben's, with 60 messages after it, and an answer to it as the newest. */
async function answered(channel: string, text: string, change?: (store: MessageStore) => void): Promise<void> {
  await withMessageStore(channel, (store) => {
    store.append(ben, "first", text, 1);
    appendGreetings(store, 60);
    store.append(ada, "answer", "yes", 2, 1);
    change?.(store);
  });
}

async function page(peer: TestPeer, before: number, limit: number) {
  peer.send({ t: "history", d: { before, limit } });
  return (await peer.nextOf("page")).d;
}

const quote = (text: string, more: Partial<Quote> = {}): Quote => ({ id: 1, user: ben, text, ...more });

it("W5 the welcome and the page's snapshot quote what their messages answer", async () => {
  await answered("quotes/first", "the question");
  expect((await join("quotes/first")).welcome.quotes).toEqual([quote("the question")]);
  expect((await snapshotOf("quotes/first", "eve")).quotes).toEqual([quote("the question")]);
});

it("W5 a resumed welcome quotes what the missed messages answer", async () => {
  await answered("quotes/resumed", "the question");
  const { welcome } = await join("quotes/resumed", { since: 61, epoch: EPOCH });
  expect([welcome.resumed, welcome.quotes]).toEqual([true, [quote("the question")]]);
});

it("W5 a page of older messages quotes what is not in it", async () => {
  await answered("quotes/page", "the question", (store) => appendGreetings(store, 60));
  const peer = await join("quotes/page");
  expect((await page(peer, 63, 10)).quotes).toEqual([quote("the question")]);
  expect(await page(peer, 63, 100)).not.toHaveProperty("quotes"); // the question is in it
});

it("W5 a quote is the current state: edited, deleted, or none if the message is no longer kept", async () => {
  await answered("quotes/edited", "tpyo", (store) => store.edit(ben.id, 1, "typo", 3));
  expect((await join("quotes/edited")).welcome.quotes).toEqual([quote("typo")]);
  await answered("quotes/deleted", "oops", (store) => store.delete(ben.id, 1));
  expect((await join("quotes/deleted")).welcome.quotes).toEqual([quote("", { deleted: true })]);
  await answered("quotes/gone", "old");
  await withMessageStore("quotes/gone", (_store, _queries, sql) => sql.exec("DELETE FROM messages WHERE id = 1"));
  expect((await join("quotes/gone")).welcome).not.toHaveProperty("quotes");
});

it("W5 a quote is at most 200 units long, and does not split a character", async () => {
  await answered("quotes/long", "x".repeat(4_000));
  expect((await join("quotes/long")).welcome.quotes).toEqual([quote("x".repeat(MAX_QUOTE))]);
  await answered("quotes/emoji", `x${"🦊".repeat(200)}`);
  const [{ text }] = (await join("quotes/emoji")).welcome.quotes as [Quote];
  expect([text.length, text.isWellFormed()]).toEqual([MAX_QUOTE - 1, true]);
});

it("W5 a message that several answer is quoted once; without answers there is no field", async () => {
  await answered("quotes/once", "the question", (store) => store.append(ben, "again", "no", 3, 1));
  expect((await join("quotes/once")).welcome.quotes).toHaveLength(1);
  await withMessageStore("quotes/none", (store) => appendGreetings(store, 60));
  expect((await join("quotes/none")).welcome).not.toHaveProperty("quotes");
  await answered("quotes/taken-back", "the question", (store) => store.delete(ada.id, 62));
  expect((await join("quotes/taken-back")).welcome).not.toHaveProperty("quotes");
});

it("W5 the event of an answer quotes a message from before the latest ones, which not every client has", async () => {
  await answered("quotes/live", "the question");
  const peer = await join("quotes/live");
  await makeKnown("quotes/live", peer);
  expect(await peer.sendMessage("to the old one", 1)).toMatchObject({ reply: 1, quote: quote("the question") });
  const recent = await peer.sendMessage("a new one");
  expect(await peer.sendMessage("to the new one", recent.id)).not.toHaveProperty("quote");
  expect(await peer.sendMessage("to one that every client has", recent.id + 2 - PAGE_SIZE + 1)).not.toHaveProperty("quote");
});

it("W2 the welcome tells the server's time", async () => {
  const before = Date.now();
  const { now } = (await join("quotes/time")).welcome;
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});
