/** The tables of a channel, as numbered steps: a step that was ever deployed is never edited, a new one is added below it. */

const STEPS: readonly string[] = [
  // 1. A new message writes two rows, itself and its entry in (user, cid): `changed` holds only what was changed since.
  `CREATE TABLE messages (
     id INTEGER PRIMARY KEY,
     seq INTEGER NOT NULL,
     cid TEXT NOT NULL,
     user TEXT NOT NULL,
     name TEXT NOT NULL,
     text TEXT NOT NULL,
     at INTEGER NOT NULL,
     reply INTEGER,
     edited_at INTEGER,
     deleted INTEGER,
     reactions TEXT
   );
   CREATE UNIQUE INDEX sent ON messages (user, cid);
   CREATE UNIQUE INDEX changed ON messages (seq) WHERE seq <> id;
   CREATE TABLE names (user TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;`,
];

/** Takes the steps still missing. The version is written in the same turn as the tables, so both are there or neither is. */
export function migrate(storage: DurableObjectStorage): void {
  const version = storage.kv.get<number>("schema") ?? 0;
  if (version >= STEPS.length) return;
  for (const step of STEPS.slice(version)) storage.sql.exec(step);
  storage.kv.put("schema", STEPS.length);
}
