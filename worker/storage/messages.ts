/** A channel's messages in its SQLite: created once, changed in place, read by seq or by id (W3–W8). */
import { MAX_RESUME, MAX_STORED, PAGE_SIZE, type Message, type User } from "../../src/shared/protocol";
import { migrate } from "./migrations";
import { reacted } from "./reactions";
import { Refused } from "../Rejection";
import { Retention } from "./retention";
import { type Row, toMessage } from "./message-row";

/** Above it, it matters no more how many. */
const MAX_UNREAD = 100; // messages

/** A message's state after an operation, and whether the operation changed it: repeating one does not (W4, W7). */
export interface Outcome {
  message: Message;
  changed: boolean;
}

export class History {
  /** Names this history: another epoch means another one. */
  readonly epoch: string;
  #storage: DurableObjectStorage;
  /** Whether anything was ever stored. Until then there are no tables: a path that is only visited costs nothing. */
  #exists: boolean;
  #seq: number | undefined;
  #retention: Retention;
  #most: number;

  /** `firstEpoch` is the epoch of a channel in which nothing is stored yet; it keeps the latest `most` messages and names. */
  constructor(storage: DurableObjectStorage, firstEpoch: string, most = MAX_STORED) {
    const epoch = storage.kv.get<string>("epoch");
    this.epoch = epoch ?? firstEpoch;
    this.#storage = storage;
    this.#exists = epoch !== undefined;
    this.#retention = new Retention(storage, most);
    this.#most = most;
    if (this.#exists) migrate(storage); // an older deploy may have made it
  }

  /** The highest seq given. Read once, then counted: a new message has seq = id, a changed one is in `changed`, or it is gone. */
  get seq(): number {
    if (!this.#exists) return 0;
    this.#seq ??= this.#storage.sql
      .exec<{ seq: number }>(
        "SELECT max(?, coalesce((SELECT max(id) FROM messages), 0), coalesce((SELECT max(seq) FROM messages WHERE seq <> id), 0)) AS seq",
        this.#retention.gone,
      )
      .one().seq;
    return this.#seq;
  }

  /** Stores a new message. The same user with the same cid again gets the stored one back, unchanged. */
  append(user: User, cid: string, text: string, at: number, reply?: number): Outcome {
    if (reply !== undefined && !this.get(reply)) return this.#sent(user.id, cid) ?? notFound();
    this.#create();
    const id = this.seq + 1;
    const [row] = this.#rows(
      `INSERT INTO messages (id, seq, cid, user, name, text, at, reply, ordinal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (user, cid) DO NOTHING RETURNING *`,
      id, id, cid, user.id, user.name, text, at, reply ?? null, this.#retention.next,
    ); // prettier-ignore
    if (!row) return this.#sent(user.id, cid)!;
    this.#seq = id;
    this.#retention.added();
    return { message: row, changed: true };
  }

  edit(user: string, id: number, text: string, at: number): Outcome {
    const message = this.#own(user, id);
    if (message.deleted) return notFound();
    if (message.text === text) return { message, changed: false };
    return this.#change(id, "text = ?, edited_at = ?", text, at);
  }

  /** Empties a message. It keeps its place, id and author. */
  delete(user: string, id: number): Outcome {
    const message = this.#own(user, id);
    if (message.deleted) return { message, changed: false };
    return this.#change(id, "text = '', edited_at = NULL, reactions = NULL, deleted = 1");
  }

  /** Adds or takes back `user`'s `emoji` on a message. */
  react(user: string, id: number, emoji: string, on: boolean): Outcome {
    const message = this.get(id) ?? notFound();
    if (message.deleted) return notFound();
    const after = reacted(message.reactions ?? [], user, emoji, on);
    if (!after) return { message, changed: false };
    return this.#change(id, "reactions = ?", after.length > 0 ? JSON.stringify(after) : null);
  }

  get(id: number): Message | undefined {
    if (!this.#exists) return undefined;
    return this.#rows("SELECT * FROM messages WHERE id = ?", id)[0];
  }

  /**
   * Each message whose seq is above `since`, in its current state, by seq; `undefined` where more than `MAX_RESUME` are, or
   * where one of them is not kept any more. Two bounded reads: what was created since then by id,
   * what was only changed by the partial index.
   */
  since(since: number): Message[] | undefined {
    if (!this.#exists) return [];
    if (since < this.#retention.gone) return undefined;
    const created = this.#rows("SELECT * FROM messages WHERE id > ? ORDER BY id LIMIT ?", since, MAX_RESUME + 1);
    if (created.length > MAX_RESUME) return undefined;
    const changed = this.#rows(
      "SELECT * FROM messages WHERE seq <> id AND seq > ? AND id <= ? ORDER BY seq LIMIT ?",
      since,
      since,
      MAX_RESUME + 1,
    );
    if (created.length + changed.length > MAX_RESUME) return undefined;
    return [...created, ...changed].sort((a, b) => a.seq - b.seq);
  }

  /** The `limit` messages before the id `before`, ascending, and whether there are older ones still. */
  before(before: number, limit: number): { messages: Message[]; more: boolean } {
    if (!this.#exists) return { messages: [], more: false };
    const messages = this.#rows("SELECT * FROM messages WHERE id < ? ORDER BY id DESC LIMIT ?", before, limit + 1);
    return { messages: messages.slice(0, limit).reverse(), more: messages.length > limit };
  }

  latest(): { messages: Message[]; more: boolean } {
    return this.before(Number.MAX_SAFE_INTEGER, PAGE_SIZE);
  }

  /** Whether there are more messages than a first load brings. */
  get isLong(): boolean {
    return this.#exists && this.#retention.count > PAGE_SIZE;
  }

  /** How many messages of others stand after `id`, at most `MAX_UNREAD`; of a long absence only the latest are looked at. */
  unread(user: string, id: number): number {
    if (!this.#exists) return 0;
    const latest = "SELECT user, deleted FROM messages WHERE id > ? ORDER BY id DESC LIMIT ?";
    return this.#storage.sql
      .exec<{ n: number }>(`SELECT count(*) AS n FROM (${latest}) WHERE user <> ? AND deleted IS NULL`, id, MAX_UNREAD, user)
      .one().n;
  }

  /** The name that a user has taken in this channel by renaming, if any. */
  nameOf(user: string): string | undefined {
    if (!this.#exists) return undefined;
    return this.#storage.sql.exec<{ name: string }>("SELECT name FROM names WHERE user = ?", user).toArray()[0]?.name;
  }

  rename({ id, name }: User): void {
    this.#create();
    this.#storage.sql.exec(
      "INSERT INTO names (user, name) VALUES (?, ?) ON CONFLICT (user) DO UPDATE SET name = excluded.name",
      id,
      name,
    );
    this.#storage.sql.exec("DELETE FROM names WHERE ordinal <= (SELECT max(ordinal) FROM names) - ?", this.#most);
  }

  /** The alarm's work: a step towards what is to be kept. */
  trim(): void {
    if (this.#exists) this.#retention.trim();
  }

  #create(): void {
    if (this.#exists) return;
    this.#storage.transactionSync(() => {
      migrate(this.#storage);
      this.#storage.kv.put("epoch", this.epoch);
    });
    this.#exists = true;
  }

  #sent(user: string, cid: string): Outcome | undefined {
    if (!this.#exists) return undefined;
    const [message] = this.#rows("SELECT * FROM messages WHERE user = ? AND cid = ?", user, cid);
    return message && { message, changed: false };
  }

  #own(user: string, id: number): Message {
    const message = this.get(id) ?? notFound();
    if (message.user.id !== user) throw new Refused("forbidden", "Only who wrote a message can change it.");
    return message;
  }

  #change(id: number, set: string, ...values: SqlStorageValue[]): Outcome {
    const seq = this.seq + 1;
    const [message] = this.#rows(`UPDATE messages SET seq = ?, ${set} WHERE id = ? RETURNING *`, seq, ...values, id);
    this.#seq = seq;
    return { message: message!, changed: true };
  }

  #rows(query: string, ...bindings: SqlStorageValue[]): Message[] {
    return this.#storage.sql
      .exec<Row>(query, ...bindings)
      .toArray()
      .map(toMessage);
  }
}

function notFound(): never {
  throw new Refused("not_found", "That message is not there any more.");
}
