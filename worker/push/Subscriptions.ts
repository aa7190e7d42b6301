/** The subscriptions to pushes about a channel, each with what it is to be told next. */

export type Wants = "mentions" | "all";

const MAX_OF_PERSON = 5;
const MAX_OF_CHANNEL = 10_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS subscriptions (
    n INTEGER PRIMARY KEY AUTOINCREMENT, endpoint TEXT NOT NULL UNIQUE, user TEXT NOT NULL, p256dh TEXT NOT NULL, auth TEXT NOT NULL,
    wants TEXT NOT NULL, owed INTEGER NOT NULL DEFAULT 0, id INTEGER, is_urgent INTEGER, due INTEGER,
    sent_at INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0, failing_since INTEGER
  );
  CREATE INDEX IF NOT EXISTS of_user ON subscriptions (user);
  CREATE INDEX IF NOT EXISTS due ON subscriptions (due) WHERE due IS NOT NULL;`;

export interface Subscription extends Record<string, SqlStorageValue> {
  /** The public id in this channel. */
  user: string;
  endpoint: string;
  /** As the browser has written them, in base64url. */
  p256dh: string;
  auth: string;
  wants: Wants;
}

/** A subscription that is to be told of something. */
export interface Owed extends Subscription {
  n: number;
  /** The number of messages since the last push. */
  owed: number;
  /** Of the latest of them. */
  id: number;
  /** Whether one of them is for this person: a mention or an answer. */
  is_urgent: number;
  /** How often it has failed since `failing_since` (Unix ms). */
  tries: number;
  failing_since: number | null;
}

export class Subscriptions {
  #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  get channel(): string {
    return this.#storage.kv.get<string>("channel") ?? "";
  }

  /** The host under which the site was reached when somebody subscribed. */
  get host(): string {
    return this.#storage.kv.get<string>("host") ?? "";
  }

  /** The id of the last message that was told. */
  get last(): number {
    return this.#storage.kv.get<number>("last") ?? 0;
  }

  set last(id: number) {
    if (id !== this.last) this.#storage.kv.put("last", id);
  }

  get count(): number {
    return this.#read<{ n: number }>("SELECT count(*) AS n FROM subscriptions")[0]?.n ?? 0;
  }

  /** All who are subscribed. */
  users(): string[] {
    return this.#read<{ user: string }>("SELECT DISTINCT user FROM subscriptions").map(({ user }) => user);
  }

  /** Adds one, or renews it: what it is owed, it still is. Of more than five of a person, the oldest end. Returns false if the channel has too many. */
  add(channel: string, host: string, seq: number, { endpoint, user, p256dh, auth, wants }: Subscription): boolean {
    return this.#storage.transactionSync(() => {
      this.#storage.sql.exec(SCHEMA);
      this.#storage.kv.put("channel", channel);
      this.#storage.kv.put("host", host);
      if (this.count === 0) this.last = seq;
      this.end("endpoint = ? AND user <> ?", endpoint, user);
      const isKnown = this.#read("SELECT 1 FROM subscriptions WHERE endpoint = ?", endpoint).length > 0;
      if (!isKnown && this.count >= MAX_OF_CHANNEL) return false;
      this.#storage.sql.exec(
        `INSERT INTO subscriptions (endpoint, user, p256dh, auth, wants) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (endpoint) DO UPDATE SET p256dh = excluded.p256dh, auth = excluded.auth, wants = excluded.wants`,
        endpoint, user, p256dh, auth, wants,
      ); // prettier-ignore
      this.end(
        "user = ?1 AND n NOT IN (SELECT n FROM subscriptions WHERE user = ?1 ORDER BY n DESC LIMIT ?2)",
        user,
        MAX_OF_PERSON,
      );
      return true;
    });
  }

  end(where: string, ...bindings: SqlStorageValue[]): void {
    this.#read(`DELETE FROM subscriptions WHERE ${where}`, ...bindings);
  }

  /** Those that want everything, those of the `answered` users and, if there may be a mention, all. */
  wanting(mayMention: boolean, answered: readonly string[]): (Subscription & { n: number })[] {
    return this.#read(
      "SELECT * FROM subscriptions WHERE wants = 'all' OR ?1 OR user IN (SELECT value FROM json_each(?2))",
      mayMention ? 1 : 0,
      JSON.stringify(answered),
    );
  }

  /** Notes one more message. What is owed already waits; otherwise it is due at once, or `every` ms after the last push. */
  owe(n: number, id: number, isUrgent: boolean, now: number, every: number): void {
    this.#read(
      `UPDATE subscriptions SET owed = owed + 1, id = ?, is_urgent = max(coalesce(is_urgent, 0), ?),
         due = coalesce(due, max(?, sent_at + ?)) WHERE n = ?`,
      id, isUrgent ? 1 : 0, now, every, n,
    ); // prettier-ignore
  }

  due(now: number, limit: number): Owed[] {
    return this.#read<Owed>("SELECT * FROM subscriptions WHERE due <= ? ORDER BY due LIMIT ?", now, limit);
  }

  /** When something is due next (Unix ms); Infinity if nothing is. */
  nextDue(): number {
    return this.#read<{ due: number | null }>("SELECT min(due) AS due FROM subscriptions")[0]?.due ?? Infinity;
  }

  /**
   * `told` of the owed messages are not owed any more; 0 stands for all. What came meanwhile is due `every` ms after the last push:
   * at `sentAt` (Unix ms), if they were sent.
   */
  settle(n: number, told: number, every: number, sentAt?: number): void {
    this.#read(
      `UPDATE subscriptions SET
         owed = CASE WHEN ?2 = 0 THEN 0 ELSE owed - ?2 END,
         is_urgent = CASE WHEN ?2 > 0 AND owed > ?2 THEN is_urgent END,
         due = CASE WHEN ?2 > 0 AND owed > ?2 THEN coalesce(?3, sent_at) + ?4 END,
         sent_at = coalesce(?3, sent_at), tries = 0, failing_since = NULL
       WHERE n = ?1`,
      n, told, sentAt ?? null, every,
    ); // prettier-ignore
  }

  /** It could not be sent: it is due again at `due` (Unix ms). */
  postpone(n: number, due: number, since: number): void {
    this.#read("UPDATE subscriptions SET due = ?, tries = tries + 1, failing_since = ? WHERE n = ?", due, since, n);
  }

  /** Runs a statement, and returns its rows; none if nobody has ever subscribed. */
  #read<T extends Record<string, SqlStorageValue>>(statement: string, ...bindings: SqlStorageValue[]): T[] {
    return this.channel === "" ? [] : this.#storage.sql.exec<T>(statement, ...bindings).toArray();
  }
}
