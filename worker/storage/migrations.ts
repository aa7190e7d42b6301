/** The schema of a channel, as numbered steps. Never edit a step that was deployed: add a new one below it. */

const STEPS: readonly string[] = [
  // 1. A new message writes two rows: itself and its entry in (user, cid). The index `changed` has changed messages only.
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
  // 2. Ordinals give the number of messages from the first and the last one alone. Those of names show which is the oldest.
  `ALTER TABLE messages ADD COLUMN ordinal INTEGER;
   UPDATE messages SET ordinal = counted.ordinal
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS ordinal FROM messages) AS counted WHERE messages.id = counted.id;
   ALTER TABLE names RENAME TO old_names;
   CREATE TABLE names (ordinal INTEGER PRIMARY KEY, user TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
   INSERT INTO names (user, name) SELECT user, name FROM old_names;
   DROP TABLE old_names;`,
  // 3. Roles, moderation and privacy (W21–W30). Nothing is in these tables until it is used, except the owner in `roles`.
  `ALTER TABLE messages ADD COLUMN removed INTEGER;
   CREATE TABLE roles (user TEXT NOT NULL UNIQUE, role TEXT NOT NULL, name TEXT NOT NULL);
   CREATE TABLE keys (
     id INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE, role TEXT NOT NULL, uses INTEGER NOT NULL, expires INTEGER NOT NULL
   );
   CREATE TABLE sanctions (
     kind TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL, until INTEGER NOT NULL, by_user TEXT NOT NULL, by_name TEXT NOT NULL,
     PRIMARY KEY (kind, user)
   ) WITHOUT ROWID;
   CREATE TABLE banned_places (
     user TEXT NOT NULL, place TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (user, place)
   ) WITHOUT ROWID;
   CREATE TABLE removals (id INTEGER PRIMARY KEY, text TEXT NOT NULL, edited_at INTEGER, reactions TEXT, until INTEGER NOT NULL);
   CREATE TABLE reports (id INTEGER NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (id, user));
   CREATE TABLE record (n INTEGER PRIMARY KEY AUTOINCREMENT, entry TEXT NOT NULL);
   CREATE TABLE former_writers (ordinal INTEGER PRIMARY KEY, user TEXT NOT NULL UNIQUE, first INTEGER NOT NULL);
   CREATE TABLE day_counts (place_part TEXT PRIMARY KEY, day INTEGER NOT NULL, n INTEGER NOT NULL) WITHOUT ROWID;`,
  // 4. Who has created a key (W23). Of those before this step, nobody is known.
  `ALTER TABLE keys ADD COLUMN creator TEXT;`,
  // 5. The files of messages (W37), and what the object that stores them has not been told yet.
  `ALTER TABLE messages ADD COLUMN files TEXT;
   ALTER TABLE removals ADD COLUMN files TEXT;
   CREATE TABLE file_changes (id TEXT PRIMARY KEY, change TEXT NOT NULL) WITHOUT ROWID;`,
  // 6. The previews of messages' links (W38).
  `ALTER TABLE messages ADD COLUMN preview TEXT;
   ALTER TABLE removals ADD COLUMN preview TEXT;`,
];

/** Runs the missing steps and stores the version: all in one transaction, or nothing. */
export function migrate(storage: DurableObjectStorage): void {
  const version = storage.kv.get<number>("schema") ?? 0;
  if (version >= STEPS.length) return;
  storage.transactionSync(() => {
    for (const step of STEPS.slice(version)) storage.sql.exec(step);
    storage.kv.put("schema", STEPS.length);
  });
}
