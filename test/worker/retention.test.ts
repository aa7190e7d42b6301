/** Retention: an alarm deletes the oldest messages, and nothing else changes. */
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, it, vi } from "vitest";
import { MAX_STORED, PAGE_SIZE, type Message } from "../../src/shared/protocol";
import type { MessageStore } from "../../worker/storage/messages";
import { join } from "./support/peer";
import { channelOf, evict, openStore, withMessageStore } from "./support/stored";

const ada = { id: "a", name: "Ada" };
const MAX = 1_000; // messages, in most of these tests
const TARGET = MAX - MAX / 100; // messages that are left after the alarms
const BATCH = 250;

const ids = (messages: readonly Message[]) => messages.map(({ id }) => id);
const all = (store: MessageStore) => store.before(Number.MAX_SAFE_INTEGER, MAX_STORED * 2).messages;

function appendMessages(store: MessageStore, count: number): void {
  for (let i = 0; i < count; i++) store.append(ada, `${store.seq}`, "hello", 1);
}

/** Trims as often as alarms would: until there is nothing more to go. */
function trimAll(store: MessageStore): void {
  for (let before = -1; before !== all(store).length;) {
    before = all(store).length;
    store.trim();
  }
}

/** Whether retention has set the alarm: its alarms are due at once. The one that looks for silent peers is due later (W15). */
const isTrimming = async (name: string) => ((await alarmOf(name)) ?? Infinity) < Date.now() + 5_000;
const alarmOf = (name: string) => runInDurableObject(channelOf(name), (_channel, { storage }) => storage.getAlarm());

it("W19 up to the maximum a channel keeps everything, and sets no alarm", async () => {
  await withMessageStore(
    "w19/full",
    (store) => {
      appendMessages(store, MAX);
      expect(all(store)).toHaveLength(MAX);
    },
    MAX,
  );
  expect(await alarmOf("w19/full")).toBeNull();
});

it("W19 above the maximum one alarm is set, and each alarm deletes a bounded batch of the oldest", async () => {
  await withMessageStore(
    "w19/over",
    async (store, queries) => {
      appendMessages(store, MAX + 500);
      const left: number[] = [];
      for (let alarms = 0; alarms < 4; alarms++) {
        queries.length = 0;
        store.trim();
        for (const { cursor } of queries) {
          expect(cursor.rowsRead).toBeLessThanOrEqual(5 * BATCH);
          expect(cursor.rowsWritten).toBeLessThanOrEqual(3 * BATCH);
        }
        left.push(all(store).length);
      }
      expect(left).toEqual([MAX + 250, MAX, TARGET, TARGET]);
      expect(all(store)[0]!.id).toBe(511);
    },
    MAX,
  );
});

it("W19 setAlarm is a row written: it is called once for many messages, and again only for the next batch", async () => {
  const setAlarm = vi.fn<(time: number) => Promise<void>>(async () => undefined);
  await runInDurableObject(channelOf("w19/alarms"), (_channel, { storage }) => {
    const watched = {
      sql: storage.sql,
      kv: storage.kv,
      transactionSync: (run: () => void) => storage.transactionSync(run),
      setAlarm,
    };
    const store = openStore(watched as unknown as DurableObjectStorage, "stored", MAX);
    const alarmsSet = (use: () => void) => {
      setAlarm.mockClear();
      use();
      return setAlarm.mock.calls.length;
    };
    expect(alarmsSet(() => appendMessages(store, MAX))).toBe(0);
    expect(alarmsSet(() => appendMessages(store, 400))).toBe(1);
    expect([1, 2, 3].map(() => alarmsSet(() => store.trim()))).toEqual([1, 0, 0]);
    expect(all(store)).toHaveLength(TARGET);
    expect(alarmsSet(() => appendMessages(store, MAX - TARGET))).toBe(0);
    expect(alarmsSet(() => appendMessages(store, 1))).toBe(1);
  });
});

it("W6 seq continues without a gap if the message that changed last was deleted, also after an eviction", async () => {
  const seq = await withMessageStore(
    "w6/gone",
    (store) => {
      appendMessages(store, MAX + 1);
      store.edit(ada.id, 1, "the last change, of the oldest message", 2);
      trimAll(store);
      return store.seq;
    },
    MAX,
  );
  expect(seq).toBe(MAX + 2);
  const peer = await join("w6/gone");
  expect(peer.welcome.seq).toBe(seq);
  await evict("w6/gone");
  expect(await peer.sendMessage("next")).toMatchObject({ id: seq + 1, seq: seq + 1 });
});

it("W3 after an absence longer than the retention, a client gets the latest messages, not a list with a gap", async () => {
  await withMessageStore(
    "w3/forgotten",
    (store) => {
      appendMessages(store, 140);
      store.delete(ada.id, 1); // 141: who has message 1 must hear of it, and cannot any more
      trimAll(store);
    },
    100,
  );
  for (const since of [0, 10, 41, 140]) {
    const { welcome } = await join("w3/forgotten", { since, epoch: "stored" });
    expect([since, welcome.resumed, welcome.more, ids(welcome.messages)[0]]).toEqual([since, false, true, 91]);
  }
  expect((await join("w3/forgotten", { since: 141, epoch: "stored" })).welcome).toMatchObject({ resumed: true, messages: [] });
});

it("W4 W7 W8 a deleted message is not found, is on no page, and nothing older than the oldest kept exists", async () => {
  await withMessageStore(
    "w8/gone",
    (store) => {
      appendMessages(store, 101);
      trimAll(store);
    },
    100,
  );
  const peer = await join("w8/gone");
  const oldest = 3;
  for (const event of [
    { t: "chat", d: { cid: "r", text: "yes", reply: 1 } },
    { t: "edit", d: { id: 1, text: "x" } },
    { t: "delete", d: { id: 1 } },
    { t: "react", d: { id: 1, emoji: "👍", on: true } },
  ])
    expect((await peer.refused(event)).code).toBe("not_found");
  const page = async (before: number) => {
    peer.send({ t: "history", d: { before, limit: PAGE_SIZE } });
    const { messages, more } = (await peer.nextOf("page")).d;
    return [ids(messages)[0], messages.length, more];
  };
  expect(await page(2)).toEqual([undefined, 0, false]);
  expect(await page(oldest)).toEqual([undefined, 0, false]);
  expect(await page(oldest + PAGE_SIZE)).toEqual([oldest, PAGE_SIZE, false]);
  expect(await page(oldest + PAGE_SIZE + 1)).toEqual([oldest + 1, PAGE_SIZE, true]);
  expect(await peer.sendMessage("still here", oldest)).toMatchObject({ reply: oldest });
});

it("W10 the same number of names is kept; renaming again takes no new place", async () => {
  await withMessageStore(
    "w10/names",
    (store) => {
      for (let user = 0; user < 8; user++)
        for (const name of ["Somebody", `Name ${user}`]) store.rename({ id: `user ${user}`, name });
      const names = Array.from({ length: 8 }, (_, user) => store.nameOf(`user ${user}`));
      expect(names).toEqual([undefined, undefined, undefined, "Name 3", "Name 4", "Name 5", "Name 6", "Name 7"]);
    },
    5,
  );
});

it(`W19 in a channel of ${MAX_STORED} messages the oldest are deleted while people write, across an eviction`, async () => {
  const name = "w19/talk";
  await fill(name);
  const [eve, cem] = [await join(name), await join(name)];
  const said = [await eve.sendMessage("one more")];
  for (let alarms = 0; alarms < 3; alarms++) {
    await runDurableObjectAlarm(channelOf(name)); // unless it has run by itself
    said.push(await eve.sendMessage(`meanwhile ${alarms}`));
    await evict(name);
  }
  await vi.waitFor(async () => expect(await isTrimming(name)).toBe(false), { timeout: 10_000, interval: 50 });
  said.push(await eve.sendMessage("at last"));
  const { count, first } = await runInDurableObject(channelOf(name), (_channel, { storage: { sql } }) =>
    sql.exec<{ count: number; first: number }>("SELECT count(*) AS count, min(id) AS first FROM messages").one(),
  );
  const target = MAX_STORED - MAX_STORED / 100;
  expect(count).toBeGreaterThanOrEqual(target);
  expect(count).toBeLessThanOrEqual(target + said.length);
  expect(first).toBe(MAX_STORED + said.length - count + 1);
  expect(said.map(({ seq }) => seq)).toEqual(said.map((_, i) => MAX_STORED + 1 + i));
  for (const message of said) expect((await cem.nextOf("chat")).d).toEqual(message);
  expect((await join(name)).welcome.messages.slice(-said.length)).toEqual(said);
});

it("W19 a failing alarm affects nobody: people go on writing, and the excess is deleted later", async () => {
  const name = "w19/alarm-fails";
  await fill(name);
  const eve = await join(name);
  const run = (sql: string) => runInDurableObject(channelOf(name), (_channel, { storage }) => void storage.sql.exec(sql));
  await run("CREATE TRIGGER broken BEFORE DELETE ON messages BEGIN SELECT raise(ABORT, 'disk on fire'); END");
  await eve.sendMessage("one too many");
  await expect(runInDurableObject(channelOf(name), (channel) => channel.alarm())).rejects.toThrow("disk on fire");
  expect(await eve.sendMessage("and another")).toMatchObject({ seq: MAX_STORED + 2 });
  await run("DROP TRIGGER broken");
  await eve.sendMessage("it may go now");
  await vi.waitFor(async () => expect(await isTrimming(name)).toBe(false), { timeout: 10_000, interval: 50 });
  const count = await withMessageStore(name, (store) => all(store).length);
  expect(count).toBeLessThan(MAX_STORED - 500);
});

/** Makes a channel that has as many messages as it keeps. */
async function fill(name: string): Promise<void> {
  await withMessageStore(name, (store, _queries, sql) => {
    appendMessages(store, 1);
    sql.exec(
      `WITH RECURSIVE n (id) AS (SELECT 2 UNION ALL SELECT id + 1 FROM n WHERE id < ${MAX_STORED})
       INSERT INTO messages (id, seq, cid, user, name, text, at, ordinal) SELECT id, id, 'c' || id, 'a', 'Ada', 'hello', 1, id FROM n`,
    );
  });
}
