/** The cost of queries: each uses an index and reads only what it returns; a new message writes two rows. */
import { expect, it } from "vitest";
import type { MessageStore } from "../../worker/storage/messages";
import { type Query, withMessageStore } from "./support/stored";

const [ada, ben] = [
  { id: "a", name: "Ada" },
  { id: "b", name: "Ben" },
];
const LONG = 5_000; // messages; every tenth was edited since

/** Runs each operation of the store, in each of its code paths. The channel has many messages already. */
function useAll(store: MessageStore): void {
  const { id } = store.append(ada, "new", "hello", 1).message;
  store.append(ada, "new", "hello", 1);
  store.append(ben, "reply", "hello", 1, id);
  store.append(ben, "reply", "hello", 1, 999_999);
  store.edit(ada.id, id, "edited", 2);
  store.react(ben.id, id, "👍", true);
  store.react(ben.id, id, "👍", false);
  store.delete(ada.id, id);
  store.rename(ben);
  store.nameOf(ben.id);
  store.since(store.seq - 1_000);
  store.since(2_000);
  store.before(3_000, 50);
  store.latest();
  store.trim();
}

function fill(store: MessageStore, sql: SqlStorage): void {
  store.append(ada, "first", "hello", 1);
  sql.exec(
    `INSERT INTO messages (id, seq, cid, user, name, text, at, ordinal)
     SELECT value, CASE WHEN value % 10 THEN value ELSE value + ${LONG} END, value, 'a', 'Ada', 'hello', 1, value
     FROM (WITH RECURSIVE n (value) AS (SELECT 2 UNION ALL SELECT value + 1 FROM n LIMIT ${LONG}) SELECT value FROM n)`,
  );
}

it("W3 W8 every query uses an index or the id: none scans messages or sorts them", async () => {
  const plans = await withMessageStore(
    "cost/plans",
    (store, queries, sql) => {
      useAll(store);
      const plans = new Map<string, string[]>();
      for (const query of queries.filter(isAboutRows)) plans.set(query.sql.replaceAll(/\s+/g, " "), planOf(sql, query));
      return plans;
    },
    1,
  );
  expect(plans.size).toBeGreaterThanOrEqual(10);
  for (const [query, plan] of plans) {
    console.info(`${query}\n  ${plan.join("; ") || "(values)"}`);
    if (!query.startsWith("INSERT")) expect(plan.join("; "), query).toMatch(/\bSEARCH \w/);
    expect(plan.join("; "), query).not.toMatch(/SCAN (?!CONSTANT)|TEMP B-TREE|AUTOMATIC/);
  }
});

it("W3 W8 no query reads many more rows than it returns, however long the channel is", async () => {
  await withMessageStore("cost/reads", (store, _queries, sql) => fill(store, sql));
  await withMessageStore("cost/reads", (store, queries) => {
    useAll(store);
    for (const { sql, bindings, cursor } of queries.filter(isAboutRows)) {
      const limit = sql.endsWith("LIMIT ?") ? Number(bindings.at(-1)) : 1;
      expect(cursor.rowsRead, sql).toBeLessThanOrEqual(limit + 3);
    }
  });
});

it("W4 W7 a new message writes two rows, including its index entry; a repeat writes none", async () => {
  const rows = await withMessageStore("cost/writes", (store, queries) => {
    const rowsWritten = (use: () => unknown) => {
      queries.length = 0;
      use();
      return queries.reduce((sum, { cursor }) => sum + cursor.rowsWritten, 0);
    };
    const append = (cid: string) => () => store.append(ada, cid, "hello", 1);
    const react = (emoji: string, on = true) => rowsWritten(() => store.react(ben.id, 2, emoji, on));
    append("first")(); // it makes the tables
    return {
      message: rowsWritten(append("second")),
      edit: rowsWritten(() => store.edit(ada.id, 2, "edited", 2)),
      "next edit": rowsWritten(() => store.edit(ada.id, 2, "again", 3)),
      reaction: react("👍"),
      "reaction taken back": react("👍", false),
      deletion: rowsWritten(() => store.delete(ada.id, 2)),
      name: rowsWritten(() => store.rename(ben)),
      repeats:
        rowsWritten(append("second")) +
        rowsWritten(() => store.delete(ada.id, 2)) +
        rowsWritten(() => store.edit(ada.id, 1, "hello", 4)),
    };
  });
  console.info(`rows written, index entries included: ${JSON.stringify(rows)}`);
  expect(rows.message).toBeLessThanOrEqual(2);
  expect(rows.repeats).toBe(0);
  for (const count of Object.values(rows)) expect(count).toBeLessThanOrEqual(3);
});

function isAboutRows({ sql }: Query): boolean {
  return /^(SELECT|UPDATE|INSERT|DELETE)/.test(sql);
}

function planOf(sql: SqlStorage, query: Query): string[] {
  return sql
    .exec<{ detail: string }>(`EXPLAIN QUERY PLAN ${query.sql}`, ...query.bindings)
    .toArray()
    .map(({ detail }) => detail);
}
