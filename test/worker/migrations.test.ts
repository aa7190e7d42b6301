/** A channel of an earlier deploy is migrated with its data. */
import { runInDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import { join } from "./support/peer";
import { channelOf, evict, openStore, withMessageStore } from "./support/stored";

/** What the first deploys stored: three messages, of which one was edited, and a name. */
const FIRST = `
  CREATE TABLE messages (
    id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, cid TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL,
    at INTEGER NOT NULL, reply INTEGER, edited_at INTEGER, deleted INTEGER, reactions TEXT
  );
  CREATE UNIQUE INDEX sent ON messages (user, cid);
  CREATE UNIQUE INDEX changed ON messages (seq) WHERE seq <> id;
  CREATE TABLE names (user TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
  INSERT INTO messages (id, seq, cid, user, name, text, at) VALUES
    (1, 4, 'c1', 'a', 'Ada', 'one', 1), (2, 2, 'c2', 'a', 'Ada', 'two', 1), (5, 5, 'c5', 'a', 'Ada', 'five', 1);
  INSERT INTO names VALUES ('a', 'Ada'), ('b', 'Ben');`;

async function made(name: string, then?: (storage: DurableObjectStorage) => void): Promise<void> {
  await runInDurableObject(channelOf(name), (_channel, { storage }) => {
    storage.sql.exec(FIRST);
    storage.kv.put("schema", 1);
    storage.kv.put("epoch", "first");
    then?.(storage);
  });
  await evict(name);
}

it("messages, names, seq and epoch are kept, and the channel goes on", async () => {
  await made("migrations/talk");
  const peer = await join("migrations/talk", { since: 2, epoch: "first" });
  expect(peer.welcome).toMatchObject({ resumed: true, seq: 5, epoch: "first", messages: [{ id: 1, seq: 4 }, { id: 5 }] });
  await evict("migrations/talk");
  expect(await peer.sendMessage("six")).toMatchObject({ id: 6 });
  expect((await join("migrations/talk")).welcome.messages.map(({ text }) => text)).toEqual(["one", "two", "five", "six"]);
});

it("W19 messages are counted, not the changes between them", async () => {
  await made("migrations/count");
  await withMessageStore(
    "migrations/count",
    (store) => {
      expect([store.nameOf("a"), store.nameOf("b")]).toEqual(["Ada", "Ben"]);
      store.append({ id: "a", name: "Ada" }, "c6", "six", 1);
      store.append({ id: "a", name: "Ada" }, "c7", "seven", 1);
      store.trim();
      expect(store.latest().messages.map(({ id }) => id)).toEqual([5, 6, 7]);
      expect([store.seq, store.since(4)?.length, store.since(3)]).toEqual([7, 3, undefined]);
    },
    4,
  );
});

it("W19 messages that an earlier deploy stores after a rollback do not break the count", async () => {
  await made("migrations/back");
  await withMessageStore("migrations/back", (store, _queries, sql) => {
    store.append({ id: "a", name: "Ada" }, "c6", "six", 1);
    sql.exec("INSERT INTO messages (id, seq, cid, user, name, text, at) VALUES (7, 7, 'c7', 'a', 'Ada', 'seven', 1)");
  });
  await withMessageStore(
    "migrations/back",
    (store) => {
      for (const n of [8, 9]) store.append({ id: "a", name: "Ada" }, `c${n}`, `${n}`, 1);
      store.trim();
      expect(store.latest().messages.map(({ id }) => id)).toEqual([6, 7, 8, 9]); // 7 is kept on top of the three
    },
    4,
  );
});

it("a migration step that fails leaves the channel as it was, so that the next wake can run it", async () => {
  await made("migrations/half", (storage) => {
    storage.sql.exec("CREATE TABLE old_names (in_the_way INTEGER)"); // the step renames to it, after it has altered messages
    expect(() => openStore(storage, "new")).toThrow("old_names");
    storage.sql.exec("DROP TABLE old_names");
  });
  expect((await join("migrations/half")).welcome).toMatchObject({ seq: 5, epoch: "first", more: false });
});
