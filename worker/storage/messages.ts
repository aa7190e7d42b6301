/** The channel's messages in SQLite: inserted once, changed in place, read by seq or by id (W3–W8). */
import { MAX_RESUME, MAX_STORED, PAGE_SIZE, type Message, type Messages, type User } from "../../src/shared/protocol";
import { migrate } from "./migrations";
import { withReaction } from "./reactions";
import { quotesFor } from "./quotes";
import { Rejection } from "../Rejection";
import { Retention } from "./retention";
import { type MessageRow, toMessage } from "./message-row";

/** Unread messages are counted up to this number. */
const MAX_UNREAD = 100;

/** A message's state after an operation, and whether the operation changed it. A repeat does not (W4, W7). */
export interface Outcome {
  message: Message;
  changed: boolean;
}

export class MessageStore {
  /** The id of this history: another epoch means another history. */
  readonly epoch: string;
  #storage: DurableObjectStorage;
  /** Whether the tables exist. They are created at the first write, so a path that is only visited costs nothing. */
  #exists: boolean;
  #seq: number | undefined;
  #retention: Retention;
  #maxMessages: number;

  /** `firstEpoch` is the epoch of a channel in which nothing is stored yet. At most `maxMessages` messages, and as many names, are kept. */
  constructor(storage: DurableObjectStorage, firstEpoch: string, maxMessages = MAX_STORED) {
    const epoch = storage.kv.get<string>("epoch");
    this.epoch = epoch ?? firstEpoch;
    this.#storage = storage;
    this.#exists = epoch !== undefined;
    this.#retention = new Retention(storage, maxMessages);
    this.#maxMessages = maxMessages;
    if (this.#exists) migrate(storage); // an older deploy may have created the tables
  }

  /** The highest seq so far. Read once, then counted. A new message has seq = id, a changed one is in the index `changed`, or it was deleted by retention. */
  get seq(): number {
    if (!this.#exists) return 0;
    this.#seq ??= this.#storage.sql
      .exec<{ seq: number }>(
        "SELECT max(?, coalesce((SELECT max(id) FROM messages), 0), coalesce((SELECT max(seq) FROM messages WHERE seq <> id), 0)) AS seq",
        this.#retention.deletedSeq,
      )
      .one().seq;
    return this.#seq;
  }

  /** Stores a new message. If the user has sent the cid before, returns the stored message unchanged. */
  append(user: User, cid: string, text: string, at: number, reply?: number): Outcome {
    if (reply !== undefined && !this.get(reply)) return this.#sentBefore(user.id, cid) ?? notFound();
    this.#createTables();
    const id = this.seq + 1;
    const [row] = this.#select(
      `INSERT INTO messages (id, seq, cid, user, name, text, at, reply, ordinal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (user, cid) DO NOTHING RETURNING *`,
      id, id, cid, user.id, user.name, text, at, reply ?? null, this.#retention.nextOrdinal,
    ); // prettier-ignore
    if (!row) return this.#sentBefore(user.id, cid)!;
    this.#seq = id;
    this.#retention.onInsert();
    return { message: row, changed: true };
  }

  edit(user: string, id: number, text: string, at: number): Outcome {
    const message = this.#ownMessage(user, id);
    if (message.deleted) return notFound();
    if (message.text === text) return { message, changed: false };
    return this.#change(id, "text = ?, edited_at = ?", text, at);
  }

  /** Deletes the content of a message. Its id, place and author stay. */
  delete(user: string, id: number): Outcome {
    const message = this.#ownMessage(user, id);
    if (message.deleted) return { message, changed: false };
    return this.#change(id, "text = '', edited_at = NULL, reactions = NULL, deleted = 1");
  }

  /** Adds or removes a user's reaction. */
  react(user: string, id: number, emoji: string, on: boolean): Outcome {
    const message = this.get(id) ?? notFound();
    if (message.deleted) return notFound();
    const after = withReaction(message.reactions ?? [], user, emoji, on);
    if (!after) return { message, changed: false };
    return this.#change(id, "reactions = ?", after.length > 0 ? JSON.stringify(after) : null);
  }

  get(id: number): Message | undefined {
    if (!this.#exists) return undefined;
    return this.#select("SELECT * FROM messages WHERE id = ?", id)[0];
  }

  /**
   * The messages whose seq is above `since`, in their current state, ordered by seq. Undefined if there are more than `MAX_RESUME`, or
   * if one of them is no longer kept. Two bounded reads: created messages by id, changed ones by the partial index.
   */
  since(since: number): Message[] | undefined {
    if (!this.#exists) return [];
    if (since < this.#retention.deletedSeq) return undefined;
    const created = this.#select("SELECT * FROM messages WHERE id > ? ORDER BY id LIMIT ?", since, MAX_RESUME + 1);
    if (created.length > MAX_RESUME) return undefined;
    const changed = this.#select(
      "SELECT * FROM messages WHERE seq <> id AND seq > ? AND id <= ? ORDER BY seq LIMIT ?",
      since,
      since,
      MAX_RESUME + 1,
    );
    if (created.length + changed.length > MAX_RESUME) return undefined;
    return [...created, ...changed].sort((a, b) => a.seq - b.seq);
  }

  /** The `limit` messages before the id `before`, ascending. */
  before(before: number, limit: number): Messages {
    if (!this.#exists) return { messages: [], more: false };
    const found = this.#select("SELECT * FROM messages WHERE id < ? ORDER BY id DESC LIMIT ?", before, limit + 1);
    const messages = found.slice(0, limit).reverse();
    return { messages, more: found.length > limit, ...quotesFor(messages, (id) => this.get(id)) };
  }

  latest(): Messages {
    return this.before(Number.MAX_SAFE_INTEGER, PAGE_SIZE);
  }

  /** Whether there are more messages than a first load has. */
  get hasOlder(): boolean {
    return this.#exists && this.#retention.count > PAGE_SIZE;
  }

  /** The number of messages of others after `id`, at most `MAX_UNREAD`. Only the latest `MAX_UNREAD` messages are counted. */
  unread(user: string, id: number): number {
    if (!this.#exists) return 0;
    const latest = "SELECT user, deleted FROM messages WHERE id > ? ORDER BY id DESC LIMIT ?";
    return this.#storage.sql
      .exec<{ n: number }>(`SELECT count(*) AS n FROM (${latest}) WHERE user <> ? AND deleted IS NULL`, id, MAX_UNREAD, user)
      .one().n;
  }

  /** The name that a user has chosen in this channel, if any. */
  nameOf(user: string): string | undefined {
    if (!this.#exists) return undefined;
    return this.#storage.sql.exec<{ name: string }>("SELECT name FROM names WHERE user = ?", user).toArray()[0]?.name;
  }

  /** The names that some of these users have chosen in this channel, by user. */
  namesOf(users: readonly string[]): ReadonlyMap<string, string> {
    if (!this.#exists) return new Map();
    const chosen = "SELECT user, name FROM names WHERE user IN (SELECT value FROM json_each(?))";
    const rows = this.#storage.sql.exec<{ user: string; name: string }>(chosen, JSON.stringify(users));
    return new Map(Array.from(rows, ({ user, name }) => [user, name]));
  }

  rename({ id, name }: User): void {
    this.#createTables();
    this.#storage.sql.exec(
      "INSERT INTO names (user, name) VALUES (?, ?) ON CONFLICT (user) DO UPDATE SET name = excluded.name",
      id,
      name,
    );
    this.#storage.sql.exec("DELETE FROM names WHERE ordinal <= (SELECT max(ordinal) FROM names) - ?", this.#maxMessages);
  }

  /** Deletes a batch of the oldest messages, if there are too many. Called by the alarm. */
  trim(): void {
    if (this.#exists) this.#retention.trim();
  }

  #createTables(): void {
    if (this.#exists) return;
    this.#storage.transactionSync(() => {
      migrate(this.#storage);
      this.#storage.kv.put("epoch", this.epoch);
    });
    this.#exists = true;
  }

  #sentBefore(user: string, cid: string): Outcome | undefined {
    if (!this.#exists) return undefined;
    const [message] = this.#select("SELECT * FROM messages WHERE user = ? AND cid = ?", user, cid);
    return message && { message, changed: false };
  }

  #ownMessage(user: string, id: number): Message {
    const message = this.get(id) ?? notFound();
    if (message.user.id !== user) throw new Rejection("forbidden");
    return message;
  }

  #change(id: number, set: string, ...values: SqlStorageValue[]): Outcome {
    const seq = this.seq + 1;
    const [message] = this.#select(`UPDATE messages SET seq = ?, ${set} WHERE id = ? RETURNING *`, seq, ...values, id);
    this.#seq = seq;
    return { message: message!, changed: true };
  }

  #select(query: string, ...bindings: SqlStorageValue[]): Message[] {
    return this.#storage.sql
      .exec<MessageRow>(query, ...bindings)
      .toArray()
      .map(toMessage);
  }
}

function notFound(): never {
  throw new Rejection("not_found");
}
