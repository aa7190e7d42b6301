/** Pages of older messages, for the asking peer alone. */
import { describe, expect, it } from "vitest";
import { MAX_PAGE, PAGE_SIZE, type Message } from "../../src/shared/protocol";
import type { MessageStore } from "../../worker/storage/messages";
import { join, type TestPeer } from "./support/peer";
import { evict, withMessageStore } from "./support/stored";

const ada = { id: "a", name: "Ada" };

const ids = (messages: readonly Message[]) => messages.map(({ id }) => id);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

function appendMessages(store: MessageStore, count: number): void {
  for (let i = 0; i < count; i++) store.append(ada, `${store.seq}`, "hello", 1);
}

async function page(peer: TestPeer, before: number, limit?: number) {
  peer.send({ t: "history", d: { before, ...(limit !== undefined && { limit }) } });
  return (await peer.nextOf("page")).d;
}

it("W8 pages lead back to the first message, ascending, across an eviction", async () => {
  await withMessageStore("w8/back", (store) => appendMessages(store, 130));
  const peer = await join("w8/back");
  let { messages, more } = peer.welcome;
  while (more) {
    const [oldest] = messages;
    const older = await page(peer, oldest!.id);
    expect(older.before).toBe(oldest!.id);
    ({ more } = older);
    messages = [...older.messages, ...messages];
    await evict("w8/back");
  }
  expect(ids(messages)).toEqual(range(1, 130));
});

it("W8 a page has messages in their current state; edited and deleted ones keep their places", async () => {
  await withMessageStore("w8/state", (store) => {
    appendMessages(store, 5);
    store.edit(ada.id, 2, "edited", 7);
    store.delete(ada.id, 3);
  });
  const { messages } = await page(await join("w8/state"), 5);
  expect(messages.map(({ id, seq, text, editedAt, deleted }) => [id, seq, text, editedAt, deleted])).toEqual([
    [1, 1, "hello", undefined, undefined],
    [2, 6, "edited", 7, undefined],
    [3, 7, "", undefined, true],
    [4, 4, "hello", undefined, undefined],
  ]);
});

it("W8 a page goes to the asking peer alone", async () => {
  const [asks, other] = await Promise.all([join("w8/alone"), join("w8/alone")]);
  await asks.sendMessage("one");
  await page(asks, 2);
  await asks.sendMessage("two");
  expect([(await other.nextOf("chat")).d.text, (await other.nextOf("chat")).d.text]).toEqual(["one", "two"]);
  expect(other.frames.join()).not.toContain('"page"');
});

it("W8 the limit is 1 to 100, 50 by default; anything else is invalid", async () => {
  await withMessageStore("w8/limit", (store) => appendMessages(store, 130));
  const peer = await join("w8/limit");
  expect(ids((await page(peer, 131)).messages)).toEqual(range(131 - PAGE_SIZE, 130));
  expect(ids((await page(peer, 131, 1)).messages)).toEqual([130]);
  expect(ids((await page(peer, 131, MAX_PAGE)).messages)).toEqual(range(31, 130));
  for (const limit of [0, -1, 1.5, 101, "50", null, [50]])
    expect([limit, (await peer.refused({ t: "history", d: { before: 131, limit } })).code]).toEqual([limit, "invalid"]);
  expect((await page(peer, 131, 1)).more).toBe(true);
});

it("W8 a before without a message returns the page that would precede it", async () => {
  await withMessageStore("w8/unknown", (store) => {
    appendMessages(store, 3);
    for (let i = 0; i < 3; i++) store.edit(ada.id, 1, `${i}`, 1); // 4 to 6 are no messages
    appendMessages(store, 2);
  });
  const peer = await join("w8/unknown");
  const cases: [before: number, ids: number[]][] = [
    [8, [1, 2, 3, 7]],
    [6, [1, 2, 3]],
    [4, [1, 2, 3]],
    [1, []],
    [0, []],
    [-5, []],
    [1_000_000, [1, 2, 3, 7, 8]],
    [Number.MAX_SAFE_INTEGER, [1, 2, 3, 7, 8]],
  ];
  for (const [before, expected] of cases) {
    const answer = await page(peer, before, 10);
    expect([answer.before, ids(answer.messages), answer.more]).toEqual([before, expected, false]);
  }
  for (const before of ["1", 1.5, null, undefined, 2 ** 53])
    expect((await peer.refused({ t: "history", d: { before, limit: 10 } })).code).toBe("invalid");
});

it("W8 more says whether older messages exist", async () => {
  await withMessageStore("w8/more", (store) => appendMessages(store, 11));
  const peer = await join("w8/more");
  expect(await page(peer, 11, 10)).toMatchObject({ more: false, messages: { length: 10 } });
  expect(await page(peer, 12, 10)).toMatchObject({ more: true, messages: { length: 10 } });
});

it("W8 in an empty channel the page is empty, and nothing is stored", async () => {
  const peer = await join("w8/silent");
  expect(await page(peer, 10)).toEqual({ before: 10, messages: [], more: false });
});

describe("W31 a page after or around a message", () => {
  const ask = async (peer: TestPeer, d: object) => {
    peer.send({ t: "history", d });
    const { messages, more, newer, ...place } = (await peer.nextOf("page")).d;
    return [place, ids(messages), more, newer];
  };

  it.each([
    ["the middle", { around: 10, limit: 6 }, range(8, 13), true, true],
    ["an odd limit has the message's half first", { around: 10, limit: 5 }, range(8, 12), true, true],
    ["one message", { around: 10, limit: 1 }, [10], true, true],
    ["the beginning", { around: 1, limit: 6 }, range(1, 6), false, true],
    ["the end", { around: 20, limit: 6 }, range(15, 20), true, false],
    ["near the end", { around: 18, limit: 6 }, range(15, 20), true, false],
    ["everything", { around: 10, limit: 50 }, range(1, 20), false, false],
    ["an id that was never given", { around: 99, limit: 4 }, range(17, 20), true, false],
    ["a negative id", { around: -5, limit: 4 }, range(1, 4), false, true],
    ["the largest number", { around: Number.MAX_SAFE_INTEGER, limit: 4 }, range(17, 20), true, false],
    ["what comes after", { after: 10, limit: 4 }, range(11, 14), true, true],
    ["the last ones after", { after: 16, limit: 4 }, range(17, 20), true, false],
    ["nothing after the newest", { after: 20, limit: 4 }, [], true, false],
    ["all after a negative id", { after: -1, limit: 50 }, range(1, 20), false, false],
  ])("%s: %o", async (_, d, messages, more, newer) => {
    const { limit: _limit, ...place } = d;
    await withMessageStore("w31/page", (store) => store.seq === 0 && appendMessages(store, 20));
    expect(await ask(await join("w31/page"), d)).toEqual([place, messages, more, newer]);
  });

  it("has the surroundings of a message that is no longer kept", async () => {
    await withMessageStore("w31/gone", (store, _queries, sql) => {
      appendMessages(store, 20);
      sql.exec("DELETE FROM messages WHERE id BETWEEN 9 AND 11");
    });
    expect(await ask(await join("w31/gone"), { around: 10, limit: 4 })).toEqual([{ around: 10 }, [7, 8, 12, 13], true, true]);
  });

  it("has the quoted messages that are not on it", async () => {
    await withMessageStore("w31/quotes", (store) => {
      appendMessages(store, 10);
      store.append(ada, "the answer", "yes", 1, 2);
    });
    const peer = await join("w31/quotes");
    peer.send({ t: "history", d: { after: 10 } });
    expect((await peer.nextOf("page")).d.quotes).toMatchObject([{ id: 2, text: "hello" }]);
  });

  it.each([
    [{}],
    [{ before: 1, after: 1 }],
    [{ before: 1, around: 1 }],
    [{ after: 1, around: 1 }],
    [{ before: 1, after: 1, around: 1 }],
    [{ around: "1" }],
    [{ after: 1.5 }],
    [{ around: null }],
    [{ around: 2 ** 53 }],
    [{ around: 1, limit: 0 }],
    [{ around: 1, limit: 101 }],
  ])("is refused for %o", async (d) => {
    expect((await (await join("w31/invalid")).refused({ t: "history", d })).code).toBe("invalid");
  });
});
