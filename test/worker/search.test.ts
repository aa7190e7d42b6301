/** Search in a channel: which messages are found, when the index is made, and what a search costs. */
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { Found } from "../../src/shared/protocol";
import type { MessageStore } from "../../worker/storage/messages";
import { fetchPath, join, type TestPeer } from "./support/peer";
import { startedChannel } from "./support/staff";
import { channelOf, evict, openStore, withMessageStore } from "./support/stored";

const ada = { id: "a", name: "Ada" };
const ben = { id: "id-of-ben-------", name: "Ben" };

function say(store: MessageStore, ...texts: string[]): void {
  for (const text of texts) store.append(ada, `c${store.seq}`, text, 1);
}

async function search(peer: TestPeer, d: object): Promise<Found> {
  peer.send({ t: "search", d, ref: "r" });
  return (await peer.nextOf("found")).d;
}

const ids = ({ messages }: Found) => messages.map(({ id }) => id);

/** The ids that a search in a channel of these texts finds, lowest first. */
async function found(name: string, texts: string[], text: string): Promise<number[]> {
  await withMessageStore(name, (store) => say(store, ...texts));
  return ids(await search(await join(name), { text })).toReversed();
}

let channels = 0;

describe("W33 a search finds", () => {
  it.each([
    ["all words, in any order", ["red apple", "apple, red!", "apple", "red"], "APPLE Red", [1, 2]],
    ["the last word as a prefix, the others whole", ["green apples", "greenish apples", "green apple pie"], "green appl", [1, 3]],
    ["a quoted sequence", ["to be or not", "be to or not", "to be"], '"to be"', [1, 3]],
    ["words without accents, and ß", ["Straße nach Köln", "strasse koln", "Strand"], "STRASSE köln", [1, 2]],
    ["Turkish", ["İstanbul'da", "istanbul", "Ankara"], "İSTANBUL", [1, 2]],
    ["Vietnamese", ["Đường Láng", "duong lang", "đèn"], "dường láng", [1, 2]],
    ["Greek", ["Όλος ο κόσμος", "ΟΛΟΣ", "όχι"], "όλος", [1, 2]],
    ["Cyrillic", ["Новогодняя ёлка", "ЕЛКА", "волк"], "елка", [1, 2]],
    ["Arabic", ["السلام عليكم", "السَّلام", "سلامة"], "السلام", [1, 2]],
    ["Hebrew", ["שלום עולם", "שָׁלוֹם", "עולם"], "שלום", [1, 2]],
    ["Chinese", ["我们今天去北京大学", "上海", "北京"], "北京", [1, 3]],
    ["Japanese", ["東京へ行きました", "大阪", "東京"], "東京", [1, 3]],
    ["Korean", ["안녕하세요 여러분", "여러분", "안녕"], "안녕", [1, 3]],
    ["Thai", ["ฉันไปโรงเรียนทุกวัน", "บ้าน", "โรงเรียน"], "โรงเรียน", [1, 3]],
    ["Thai with sara am", ["ฉันทำงานที่บ้าน", "บ้าน", "ทำงาน"], "ทำงาน", [1, 3]],
    ["full width", ["ＡＢＣ", "abc", "abd"], "ａｂｃ", [1, 2]],
    ["emoji", ["done 🎉", "🎉🎉", "done"], "🎉", [1, 2]],
    ["a word of the query language as a word", ["this AND that", "this that", "NOT OR NEAR"], "this and that", [1]],
  ])("%s", async (_, texts, text, expected) => {
    expect(await found(`w33/${channels++}`, texts, text)).toEqual(expected);
  });

  it.each([
    "…",
    '"',
    '""',
    "*",
    "\0",
    "()",
    "^ : - +",
    " ".repeat(200),
    "AND*",
    '"a" OR',
    "NEAR(a b)",
    "words:a",
    "北".repeat(200),
    "a ".repeat(100),
    "🎉".repeat(100),
    "\ufdfa".repeat(200), // each of them is four words
    "\ud800",
  ])("nothing that was not said, and no error, for %j", async (text) => {
    expect(await found("w33/odd", [], text)).toEqual([]);
    expect(await found("w33/odd/said", ["hello"], text)).toEqual([]);
  });
});

it("W33 an answer has whole messages, newest first, up to the limit, and goes on before an id", async () => {
  await withMessageStore("w33/pages", (store) => {
    for (let i = 1; i <= 45; i++) store.append(i % 3 === 0 ? ben : ada, `c${i}`, i % 2 ? `odd ${i}` : `even ${i}`, i);
    store.react(ben.id, 45, "👍", true);
  });
  const peer = await join("w33/pages");
  const first = await search(peer, { text: "odd" });
  expect([first.text, ids(first), first.more, first.complete]).toEqual([
    "odd",
    Array.from({ length: 20 }, (_, i) => 45 - 2 * i),
    true,
    true,
  ]);
  expect(first.messages[0]).toMatchObject({ text: "odd 45", user: ben, reactions: [{ emoji: "👍" }] });
  const next = await search(peer, { text: "odd", before: 7, limit: 50 });
  expect([ids(next), next.more]).toEqual([[5, 3, 1], false]);
  expect(ids(await search(peer, { text: "odd", from: ben.id, limit: 3 }))).toEqual([45, 39, 33]);
});

it("W33 what is edited, deleted, removed, restored or trimmed is found as it is now", async () => {
  await withMessageStore(
    "w33/changes",
    (store) => {
      say(store, "apple one", "apple two", "apple three", "apple four");
      store.search({ text: "apple", limit: 20 });
      say(store, "apple five");
      store.edit(ada.id, 1, "pear one", 2);
      store.delete(ada.id, 2);
      store.remove(3, 2);
      store.remove(4, 2);
      store.restore(4, 3);
      const ids = (text: string) => store.search({ text, limit: 20 }).messages.map(({ id }) => id);
      expect([ids("apple"), ids("pear"), ids("three")]).toEqual([[5, 4], [1], []]);
      say(store, ...Array.from({ length: 40 }, (_, i) => `plum ${i}`));
      while (store.trim() > 0);
      expect([ids("apple"), ids("pear"), ids("plum").length]).toEqual([[], [], 19]);
    },
    20,
  );
});

it("W33 a message that changes before the index has reached it is found in its turn, as it is now", async () => {
  await withMessageStore("w33/behind", (store) => {
    const found = (text: string) => store.search({ text, limit: 1_000 });
    say(store, ...Array.from({ length: 900 }, (_, i) => `word ${i + 1}`));
    expect(found("word").complete).toBe(false);
    store.edit(ada.id, 1, "a pear", 2);
    store.delete(ada.id, 2);
    store.remove(3, 2);
    store.restore(3, 3);
    expect(found("pear")).toMatchObject({ messages: [], complete: false }); // a search that went on before 1 would miss the newer ones
    while (store.growIndex());
    expect([ids(found("pear")), ids(found("word"))]).toEqual([[1], Array.from({ length: 898 }, (_, i) => 900 - i)]);
    store.edit(ada.id, 1, "a plum", 4);
    expect([ids(found("pear")), ids(found("plum"))]).toEqual([[], [1]]);
  });
});

it("W33 W24 what is deleted by its age is not found, and leaves nothing in the index", async () => {
  const [owner, ben] = await startedChannel("w33/keep");
  await ben.sendMessage("an old apple");
  expect(ids(await search(ben, { text: "apple" }))).toEqual([2]);
  await runInDurableObject(channelOf("w33/keep"), (_channel, { storage }) => void storage.sql.exec("UPDATE messages SET at = 1"));
  await ben.sendMessage("a young apple");
  await owner.ask({ t: "set", d: { keep: 3_600 } });
  const indexed = () =>
    runInDurableObject(channelOf("w33/keep"), (_channel, { storage }) =>
      storage.sql.exec("SELECT id FROM search_docsize").toArray(),
    );
  await expect.poll(indexed, { timeout: 20_000 }).toEqual([{ id: 3 }]); // an alarm deletes the others
  expect(ids(await search(ben, { text: "apple" }))).toEqual([3]);
});

it("W33 W24 messages are deleted by their age before the index has reached them", async () => {
  await withMessageStore("w33/old", (store) => {
    for (let second = 1; second <= 900; second++) store.append(ada, `c${second}`, "word", second * 1_000);
    expect(store.search({ text: "word", limit: 1 }).complete).toBe(false);
    while (store.trim(50, 900_000) > 0);
    while (store.growIndex());
    expect(ids(store.search({ text: "word", limit: 1_000 })).toReversed()).toEqual(Array.from({ length: 51 }, (_, i) => 850 + i));
  });
});

it("W33 W25 what a purge removes is not found, in the channel and over HTTP, until it is restored", async () => {
  const [owner, ben] = await startedChannel("w33/purge");
  for (const text of ["one apple", "two apples"]) await ben.sendMessage(text);
  const overHttp = async () => {
    const response = await fetchPath("/api/search?text=apple&c=w33/purge");
    return ids(((await response.json()) as Record<string, Found>)["w33/purge"]!);
  };
  expect(ids(await search(ben, { text: "apple" }))).toEqual([3, 2]);
  await owner.ask({ t: "purge", d: { user: ben.you.id, since: 0 } });
  expect([ids(await search(ben, { text: "apple" })), await overHttp()]).toEqual([[], []]);
  await owner.ask({ t: "restore", d: { id: 2 } });
  expect([ids(await search(ben, { text: "apple" })), await overHttp()]).toEqual([[2], [2]]);
});

it("W33 a channel that was never searched has no index; a search without a word makes none", async () => {
  const tables = (name: string) =>
    runInDurableObject(channelOf(name), (_channel, { storage }) =>
      storage.sql.exec("SELECT name FROM sqlite_master WHERE name LIKE 'search%'").toArray(),
    );
  expect(await found("w33/none", ["hello"], "…")).toEqual([]);
  expect(await tables("w33/none")).toEqual([]);
  expect(await found("w33/none", [], "hello")).toEqual([1]);
  expect((await tables("w33/none")).length).toBeGreaterThan(0);
});

it("W33 a long history is indexed newest first, across evictions, while the channel goes on", async () => {
  await withMessageStore("w33/long", (store) => say(store, ...Array.from({ length: 900 }, (_, i) => `word number${i + 1}`)));
  const peer = await join("w33/long");
  const early = await search(peer, { text: "word", limit: 50 });
  expect([early.complete, ids(early).slice(0, 2), early.messages.length]).toEqual([false, [900, 899], 50]);
  expect(await search(peer, { text: "number1" })).toMatchObject({ complete: false });
  await evict("w33/long");
  await peer.sendMessage("word after");
  await runDurableObjectAlarm(channelOf("w33/long"));
  await evict("w33/long");
  const late = await search(peer, { text: "word" });
  expect([late.complete, ids(late)[0]]).toEqual([true, 901]);
  expect(ids(await search(peer, { text: '"number1"' }))).toEqual([1]);
});

it("W33 a search costs four changes (W19), and is refused as a whole", async () => {
  await withMessageStore("w33/cost", (store) => say(store, "hello"));
  const peer = await join("w33/cost");
  for (let i = 0; i < 5; i++) expect(ids(await search(peer, { text: "hello" }))).toEqual([1]);
  const refusal = await peer.refused({ t: "search", d: { text: "hello" } });
  expect(refusal.code).toBe("rate_limited");
  expect(refusal.retryAfter).toBeGreaterThan(0);
});

it.each([
  [{}],
  [{ text: "" }],
  [{ text: 7 }],
  [{ text: "x".repeat(201) }],
  [{ text: " ".repeat(10_000) }],
  [{ text: "x", from: 1 }],
  [{ text: "x", before: "1" }],
  [{ text: "x", before: 1.5 }],
  [{ text: "x", before: 0 }],
  [{ text: "x", before: -1 }],
  [{ text: "x", before: Number.MAX_SAFE_INTEGER + 1 }],
  [{ text: "x", from: "" }],
  [{ text: "x", from: "nobody" }],
  [{ text: "x", from: "\0".repeat(16) }],
  [{ text: "x", from: '"*) OR words : h' }],
  [{ text: "x", limit: 0 }],
  [{ text: "x", limit: 51 }],
  [{ text: "x", limit: null }],
])("W33 %o is invalid", async (d) => {
  expect(await (await join("w33/invalid")).refused({ t: "search", d })).toMatchObject({ code: "invalid", reason: "bad_search" });
});

it.each([{ before: 1 }, { from: "id-of-nobody----" }])("W33 a search with %o finds nothing", async (d) => {
  await withMessageStore("w33/nothing", (store) => say(store, "hello"));
  expect(ids(await search(await join("w33/nothing"), { text: "hello", ...d }))).toEqual([]);
});

it("W33 a message of a channel that was searched writes one row more", async () => {
  const rows = await withMessageStore("w33/rows", (store, queries) => {
    const rowsOfMessage = () => {
      queries.length = 0;
      say(store, "hello");
      return queries.reduce((sum, { cursor }) => sum + cursor.rowsWritten, 0);
    };
    rowsOfMessage(); // it makes the tables
    const before = rowsOfMessage();
    store.search({ text: "hello", limit: 1 });
    return [before, rowsOfMessage()];
  });
  expect(rows).toEqual([2, 3]);
});

it("W33 the index is opened again with what it has", async () => {
  await runInDurableObject(channelOf("w33/again"), (_channel, { storage }) => {
    const store = openStore(storage, "stored");
    say(store, "one apple");
    store.search({ text: "apple", limit: 1 });
    const again = openStore(storage, "stored");
    say(again, "two apples");
    expect(again.search({ text: "apple", limit: 5 }).messages.map(({ id }) => id)).toEqual([2, 1]);
  });
});

it("W33 W6 a change that the index cannot follow is undone as a whole, and counts for nothing", async () => {
  await runInDurableObject(channelOf("w33/broken"), (_channel, { storage }) => {
    const store = openStore(storage, "stored");
    say(store, "one apple");
    store.search({ text: "apple", limit: 1 });
    storage.sql.exec("ALTER TABLE search RENAME TO elsewhere");
    expect(() => store.edit(ada.id, 1, "two apples", 2)).toThrow("search");
    expect(() => store.append(ada, "c2", "three", 3)).toThrow("search");
    storage.sql.exec("ALTER TABLE elsewhere RENAME TO search");
    expect([store.seq, store.get(1)?.text]).toEqual([1, "one apple"]);
    expect(store.append(ada, "c2", "three apples", 3).message).toMatchObject({ id: 2, seq: 2 });
    expect(store.search({ text: "apples", limit: 5 }).messages.map(({ id }) => id)).toEqual([2]);
  });
});
