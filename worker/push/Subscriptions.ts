/** The subscriptions to pushes about a channel, each with what it is to be told next. */

export type Wants = "mentions" | "all";

const MAX_OF_PERSON = 5;
const MAX_OF_CHANNEL = 10_000;

/** Messages that a subscription can be owed. Older ones are not told. */
const MAX_OWED = 100;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS subscriptions (
    n INTEGER PRIMARY KEY AUTOINCREMENT, endpoint TEXT NOT NULL UNIQUE, user TEXT NOT NULL, p256dh TEXT NOT NULL, auth TEXT NOT NULL,
    wants TEXT NOT NULL, due INTEGER, sent_at INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0, failing_since INTEGER
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

/** A message that is to be told, and whether it is for this person: a mention or an answer. */
export type OwedMessage = [id: number, isForThem: 0 | 1];

/** A subscription that is to be told of something. */
export interface Owed extends Subscription {
  n: number;
  /** The messages since the last push, as JSON: OwedMessage[]. */
  messages: string;
  /** How often it has failed since `failing_since` (Unix ms). */
  tries: number;
  failing_since: number | null;
}

export class Subscriptions {
  #storage: DurableObjectStorage;
  #exists = false;

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
    this.#create();
    return this.#storage.transactionSync(() => {
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
  owe(n: number, message: OwedMessage, now: number, every: number): void {
    const owed = [...this.#owed(n), message].slice(-MAX_OWED);
    this.#read(
      "UPDATE subscriptions SET messages = ?, due = coalesce(due, max(?, sent_at + ?)) WHERE n = ?",
      JSON.stringify(owed), now, every, n,
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
   * What is owed up to the message `upTo` is not owed any more. What came meanwhile is due `every` ms after the last push: at `sentAt` (Unix
   * ms), if there was one.
   */
  settle(n: number, upTo: number, every: number, sentAt?: number): void {
    const left = this.#owed(n).filter(([id]) => id > upTo);
    this.#read(
      `UPDATE subscriptions SET messages = ?2, due = CASE WHEN ?3 THEN coalesce(?4, sent_at) + ?5 END,
         sent_at = coalesce(?4, sent_at), tries = 0, failing_since = NULL WHERE n = ?1`,
      n, JSON.stringify(left), left.length, sentAt ?? null, every,
    ); // prettier-ignore
  }

  /** It could not be sent: it is due again at `due` (Unix ms). */
  postpone(n: number, due: number, since: number): void {
    this.#read("UPDATE subscriptions SET due = ?, tries = tries + 1, failing_since = ? WHERE n = ?", due, since, n);
  }

  #owed(n: number): OwedMessage[] {
    const [row] = this.#read<{ messages: string }>("SELECT messages FROM subscriptions WHERE n = ?", n);
    return row ? (JSON.parse(row.messages) as OwedMessage[]) : [];
  }

  /** Runs a statement, and returns its rows; none if nobody has ever subscribed. */
  #read<T extends Record<string, SqlStorageValue>>(statement: string, ...bindings: SqlStorageValue[]): T[] {
    if (this.channel === "") return [];
    this.#create();
    return this.#storage.sql.exec<T>(statement, ...bindings).toArray();
  }

  /** Creates what does not exist. Tables of earlier versions have the latest owed message alone, in columns that are not used any more. */
  #create(): void {
    if (this.#exists) return;
    this.#storage.sql.exec(SCHEMA);
    const columns = this.#storage.sql.exec<{ name: string }>("SELECT name FROM pragma_table_info('subscriptions')").toArray();
    if (!columns.some(({ name }) => name === "messages"))
      this.#storage.sql.exec("ALTER TABLE subscriptions ADD COLUMN messages TEXT NOT NULL DEFAULT '[]'");
    this.#exists = true;
  }
}
