/** The channel's messages in SQLite: inserted once, changed in place, read by seq or by id (W3–W8). */
import {
  MAX_PURGE,
  MAX_RESUME,
  MAX_STORED,
  PAGE_SIZE,
  RESTORE_WITHIN,
  type Found,
  type Kept,
  type LinkPreview,
  type Message,
  type MessageFile,
  type Messages,
  type Page,
  type User,
} from "../../src/shared/protocol";
import type { Alarm } from "../Alarm";
import type { Database } from "./Database";
import { FileChanges, pictureOf } from "./file-changes";
import { withReaction } from "./reactions";
import { SearchIndex, type SearchQuery } from "./search-index";
import { sequencesOf } from "../../src/shared/search-words";
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

/** What a message has that a deletion takes, besides its text. */
const CONTENT = ["edited_at", "reactions", "files", "preview"] as const;
const CLEAR = `text = '', ${CONTENT.map((column) => `${column} = NULL`).join(", ")}`;

export class MessageStore {
  #db: Database;
  #seq: number | undefined;
  #trims = 0;
  #alarm: Alarm;
  #retention: Retention;
  #index: SearchIndex;
  #maxMessages: number;
  readonly fileChanges: FileChanges;

  /** At most `maxMessages` messages, and as many names, are kept. */
  constructor(db: Database, alarm: Alarm, maxMessages = MAX_STORED) {
    this.#db = db;
    this.#alarm = alarm;
    this.#index = new SearchIndex(db);
    this.fileChanges = new FileChanges(db, alarm);
    this.#retention = new Retention(db, alarm, this.#index, this.fileChanges, maxMessages);
    this.#maxMessages = maxMessages;
  }

  get epoch(): string {
    return this.#db.epoch;
  }

  /** The highest seq so far. Read once, then counted. A new message has seq = id, a changed one is in the index `changed`, or it was deleted by retention. */
  get seq(): number {
    if (!this.#db.exists) return 0;
    this.#seq ??= this.#db.storage.sql
      .exec<{ seq: number }>(
        "SELECT max(?, coalesce((SELECT max(id) FROM messages), 0), coalesce((SELECT max(seq) FROM messages WHERE seq <> id), 0)) AS seq",
        this.#retention.deletedSeq,
      )
      .one().seq;
    return this.#seq;
  }

  /** The id of the newest message, or 0. */
  get lastId(): number {
    return this.#db.read<{ id: number | null }>("SELECT max(id) AS id FROM messages")[0]?.id ?? 0;
  }

  /** Another number after each change of what can be read. */
  get version(): number {
    return this.seq + this.#trims; // both only grow
  }

  /** Stores a new message. If the user has sent the cid before, returns the stored message unchanged. */
  append(user: User, cid: string, text: string, at: number, reply?: number, files?: readonly MessageFile[]): Outcome {
    if (reply !== undefined && !this.get(reply)) return this.sentBefore(user.id, cid) ?? notFound();
    this.#db.create();
    const id = this.seq + 1;
    const [message] = this.#indexed(() =>
      this.#select(
        `INSERT INTO messages (id, seq, cid, user, name, text, at, reply, files, ordinal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (user, cid) DO NOTHING RETURNING *`,
        id, id, cid, user.id, user.name, text, at, reply ?? null, files ? JSON.stringify(files) : null, this.#retention.nextOrdinal,
      ),
    ); // prettier-ignore
    if (!message) return this.sentBefore(user.id, cid)!;
    this.#seq = id;
    this.#retention.onInsert();
    return { message, changed: true };
  }

  /** `link` is the first one in the text: the preview of another one goes. */
  edit(user: string, id: number, text: string, at: number, link?: string): Outcome {
    const message = this.#ownMessage(user, id);
    if (message.deleted) return notFound();
    if (message.text === text) return { message, changed: false };
    if (!message.preview || message.preview.url === link) return this.#changeText(id, "text = ?, edited_at = ?", text, at);
    return this.#db.storage.transactionSync(() => {
      this.fileChanges.addEach("delete", pictureOf(message.preview));
      return this.#changeText(id, "text = ?, edited_at = ?, preview = NULL", text, at);
    });
  }

  /** The preview of a message's link (W38). Undefined if there is no such message any more, or it has one. */
  addPreview(user: string, cid: string, preview: LinkPreview, isFor: (text: string) => boolean): Message | undefined {
    const message = this.sentBefore(user, cid)?.message;
    if (!message || message.deleted || message.preview || !isFor(message.text)) return undefined;
    return this.#change(message.id, "preview = ?", JSON.stringify(preview)).message;
  }

  /** Deletes the content of a message, also one that staff have removed. Its id, place and author stay. */
  delete(user: string, id: number): Outcome {
    const message = this.#ownMessage(user, id);
    if (message.removed) this.#destroyRemoved("id = ?", id);
    if (message.deleted) return { message, changed: false };
    return this.#db.storage.transactionSync(() => {
      if (message.files || message.preview) this.fileChanges.add("delete", "messages", "id = ?", id);
      return this.#changeText(id, `${CLEAR}, deleted = 1`);
    });
  }

  /** The same by staff (W25). The content can be restored until `RESTORE_WITHIN` from `at`. */
  remove(id: number, at: number): Outcome {
    const message = this.get(id) ?? notFound();
    if (message.deleted) return { message, changed: false };
    return this.#db.storage.transactionSync(() => {
      this.#db.write(
        `INSERT INTO removals (id, text, ${CONTENT.join(", ")}, until)
         SELECT id, text, ${CONTENT.join(", ")}, ? FROM messages WHERE id = ?`,
        at + RESTORE_WITHIN,
        id,
      );
      if (message.files || message.preview) this.fileChanges.add("hide", "messages", "id = ?", id);
      return this.#changeText(id, `${CLEAR}, deleted = 1, removed = 1`);
    });
  }

  /** Brings a removed message back. */
  restore(id: number, at: number): Outcome {
    const message = this.get(id) ?? notFound();
    if (!message.deleted) return { message, changed: false };
    const [kept] = this.#db.read<Pick<MessageRow, "text" | (typeof CONTENT)[number]>>(
      `SELECT text, ${CONTENT.join(", ")} FROM removals WHERE id = ? AND until > ?`,
      id,
      at,
    );
    if (!kept) throw new Rejection("not_found", "not_restorable");
    return this.#db.storage.transactionSync(() => {
      this.fileChanges.add("show", "removals", "id = ?", id);
      this.#db.write("DELETE FROM removals WHERE id = ?", id);
      const columns = ["text", ...CONTENT] as const;
      const set = columns.map((column) => `${column} = ?`).join(", ");
      return this.#changeText(id, `${set}, deleted = NULL, removed = NULL`, ...columns.map((column) => kept[column]));
    });
  }

  /** Removes what a user has written since `since` (Unix ms): at most the latest `MAX_PURGE` messages. Returns their states. */
  purge(user: string, since: number, at: number): Message[] {
    // No index has the times: only the user's own messages are read
    const found = this.#db.read<{ id: number }>(
      "SELECT id FROM messages WHERE user = ? AND at >= ? AND deleted IS NULL ORDER BY id DESC LIMIT ?",
      user,
      since,
      MAX_PURGE,
    );
    return this.#db.exists
      ? this.#db.storage.transactionSync(() => found.toReversed().map(({ id }) => this.remove(id, at).message))
      : [];
  }

  /** Destroys the removed contents whose time is over. */
  destroyRemoved(now: number): void {
    if (this.nextDestruction() <= now) this.#destroyRemoved("until <= ?", now);
  }

  #destroyRemoved(where: string, ...bindings: SqlStorageValue[]): void {
    this.#db.storage.transactionSync(() => {
      this.fileChanges.add("delete", "removals", where, ...bindings);
      this.#db.write(`DELETE FROM removals WHERE ${where}`, ...bindings);
    });
  }

  /** Files were deleted because there was no room for them: their messages say so. Returns those that have changed. */
  forgetFiles(gone: readonly { user: string; cid: string; id: string }[]): Message[] {
    return gone.flatMap(({ user, cid, id }) => {
      const message = this.sentBefore(user, cid)?.message;
      const table = message?.removed ? "removals" : "messages"; // `restore` brings back what is left
      const [content] = this.#db.read<Content>(`SELECT files, preview FROM ${table} WHERE id = ?`, message?.id ?? 0);
      const left = content && withoutFile(content, id);
      if (!message || !left) return [];
      if (!message.removed) return [this.#change(message.id, "files = ?, preview = ?", left.files, left.preview).message];
      this.#db.write("UPDATE removals SET files = ?, preview = ? WHERE id = ?", left.files, left.preview, message.id);
      return [];
    });
  }

  /** When the next removed content is destroyed (Unix ms); Infinity if there is none. */
  nextDestruction(): number {
    return this.#db.read<{ until: number | null }>("SELECT min(until) AS until FROM removals")[0]?.until ?? Infinity;
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
    return this.#select("SELECT * FROM messages WHERE id = ?", id)[0];
  }

  /**
   * The messages whose seq is above `since`, in their current state, ordered by seq. Undefined if there are more than `MAX_RESUME`, or
   * if one of them is no longer kept. Two bounded reads: created messages by id, changed ones by the partial index.
   */
  since(since: number): Message[] | undefined {
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
    const { newer: _newer, ...page } = this.#page(before - 1, limit, 0, limit);
    return page;
  }

  /** At most `limit` messages after the id `after`, ascending. */
  after(after: number, limit: number): Page {
    return this.#page(after, 0, limit, limit);
  }

  /** At most `limit` messages, ascending: half of them up to the id `around`, as far as there are enough on both sides. */
  around(around: number, limit: number): Page {
    return this.#page(around, limit, limit, limit);
  }

  /** How much is kept. Reads one row and what is known anyway. */
  kept(): Kept {
    const [oldest] = this.#db.read<{ at: number }>("SELECT at FROM messages WHERE id > 0 ORDER BY id LIMIT 1");
    return oldest ? { messages: this.#retention.count, since: oldest.at } : { messages: 0 };
  }

  latest(): Messages {
    return this.before(Number.MAX_SAFE_INTEGER, PAGE_SIZE);
  }

  /** Reads at most so many `older` messages up to the id `last`, and so many `newer` ones after it; in all at most `limit`. */
  #page(last: number, older: number, newer: number, limit: number): Page {
    const before = this.#select("SELECT * FROM messages WHERE id <= ? ORDER BY id DESC LIMIT ?", last, older + 1);
    const after = newer > 0 ? this.#select("SELECT * FROM messages WHERE id > ? ORDER BY id LIMIT ?", last, newer + 1) : [];
    const taken = before.slice(0, Math.min(older, Math.max(limit - after.length, Math.ceil(limit / 2)))).reverse();
    const messages = [...taken, ...after.slice(0, limit - taken.length)];
    return {
      messages,
      more: before.length > taken.length,
      newer: after.length > messages.length - taken.length,
      ...quotesFor(messages, (id) => this.get(id)),
    };
  }

  /** The messages that contain the words of a text (W33), newest first. The first search begins to make the index. */
  search({ text, ...query }: SearchQuery & { text: string }): Found {
    const sequences = sequencesOf(text);
    if (!this.#db.exists || sequences.length === 0) return { text, messages: [], more: false, complete: true };
    this.#index.create(this.seq);
    if (this.#index.grow()) this.#alarm.ringNow();
    const found = this.#index.find(sequences, { ...query, limit: query.limit + 1 }).map(toMessage);
    return { text, messages: found.slice(0, query.limit), more: found.length > query.limit, complete: this.#index.isComplete };
  }

  /** Indexes a slice of older messages for search. Returns whether there are more. */
  growIndex(): boolean {
    return this.#index.grow();
  }

  /** Whether there are more messages than a first load has. */
  get hasOlder(): boolean {
    return this.#db.exists && this.#retention.count > PAGE_SIZE;
  }

  /** The number of messages of others after `id`, at most `MAX_UNREAD`. Only the latest `MAX_UNREAD` messages are counted. */
  unread(user: string, id: number): number {
    const latest = "SELECT user, deleted FROM messages WHERE id > ? ORDER BY id DESC LIMIT ?";
    const query = `SELECT count(*) AS n FROM (${latest}) WHERE user <> ? AND deleted IS NULL`;
    return this.#db.read<{ n: number }>(query, id, MAX_UNREAD, user)[0]?.n ?? 0;
  }

  /** Of those, the ones that may be for the user: an answer to them, or one with an `@`. */
  unreadFor(user: string, id: number): { text: string; is_answer: number }[] {
    return this.#db.read(
      `WITH latest AS (SELECT * FROM messages WHERE id > ? ORDER BY id DESC LIMIT ?),
         others AS (SELECT text, EXISTS (SELECT 1 FROM messages AS own WHERE own.id = latest.reply AND own.user = ?) AS is_answer
           FROM latest WHERE user <> ? AND deleted IS NULL)
       SELECT * FROM others WHERE is_answer OR text GLOB '*[@＠]*'`,
      id, MAX_UNREAD, user, user,
    ); // prettier-ignore
  }

  /** Whether the user has written a message up to the seq `until`, also one that is no longer kept. */
  hasWritten(user: string, until = Number.MAX_SAFE_INTEGER): boolean {
    const query = `SELECT 1 FROM messages WHERE user = ? AND id <= ? UNION ALL SELECT 1 FROM former_writers WHERE user = ? AND first <= ? LIMIT 1`;
    return this.#db.read(query, user, until, user, until).length > 0;
  }

  /** When the user's last message was written (Unix ms), or 0. */
  lastAt(user: string): number {
    return this.#db.read<{ at: number | null }>("SELECT max(at) AS at FROM messages WHERE user = ?", user)[0]?.at ?? 0;
  }

  /** The name that a user has chosen in this channel, if any. */
  nameOf(user: string): string | undefined {
    return this.#db.read<{ name: string }>("SELECT name FROM names WHERE user = ?", user)[0]?.name;
  }

  /** The name on the user's last message. */
  nameOfWriter(user: string): string | undefined {
    return this.#db.read<{ name: string }>("SELECT name FROM messages WHERE user = ? ORDER BY id DESC LIMIT 1", user)[0]?.name;
  }

  /** The names that some of these users have chosen in this channel, by user. */
  namesOf(users: readonly string[]): ReadonlyMap<string, string> {
    const chosen = "SELECT user, name FROM names WHERE user IN (SELECT value FROM json_each(?))";
    const rows = this.#db.read<{ user: string; name: string }>(chosen, JSON.stringify(users));
    return new Map(rows.map(({ user, name }) => [user, name]));
  }

  rename({ id, name }: User): void {
    this.#db.write(
      "INSERT INTO names (user, name) VALUES (?, ?) ON CONFLICT (user) DO UPDATE SET name = excluded.name",
      id,
      name,
    );
    this.#db.write("DELETE FROM names WHERE ordinal <= (SELECT max(ordinal) FROM names) - ?", this.#maxMessages);
  }

  /** Deletes a batch of the oldest messages, if there are too many or if they are older than `keep` seconds. Returns the highest deleted id, or 0. */
  trim(keep = 0, now = Date.now()): number {
    const last = this.#db.exists ? this.#retention.trim(keep === 0 ? 0 : now - keep * 1_000) : 0;
    if (last > 0) this.#trims++;
    return last;
  }

  /** When `trim` is due because of `keep` (Unix ms); Infinity if it is not. */
  nextTrim(keep: number, now: number): number {
    return this.#retention.nextDue(keep, now);
  }

  /** The stored message, if the user has sent this cid before. */
  sentBefore(user: string, cid: string): Outcome | undefined {
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

  #changeText(id: number, set: string, ...values: SqlStorageValue[]): Outcome {
    const [message] = this.#indexed(() => [this.#change(id, set, ...values).message]);
    return { message: message!, changed: true };
  }

  /** Runs what stores a message with its text, and returns it. The index changes in the same transaction. */
  #indexed(store: () => Message[]): Message[] {
    if (!this.#index.exists) return store();
    try {
      return this.#db.storage.transactionSync(() => {
        const stored = store();
        for (const { id, text, user } of stored) this.#index.set(id, text, user.id);
        return stored;
      });
    } catch (error) {
      this.#seq = undefined; // what was counted is undone
      throw error;
    }
  }

  #select(query: string, ...bindings: SqlStorageValue[]): Message[] {
    return this.#db.read<MessageRow>(query, ...bindings).map(toMessage);
  }
}

type Content = Pick<MessageRow, "files" | "preview">;

/** The columns without a file that is gone. Undefined if they do not have it. */
function withoutFile({ files, preview }: Content, id: string): Content | undefined {
  const { image, ...rest } = JSON.parse(preview ?? "{}") as Partial<LinkPreview>;
  if (image?.id === id) return { files, preview: JSON.stringify(rest) };
  const named = JSON.parse(files ?? "[]") as MessageFile[];
  if (!named.some((file) => file.id === id && !("gone" in file))) return undefined;
  const left = named.map((file) => (file.id === id ? { id, name: file.name, gone: true } : file));
  return { files: JSON.stringify(left), preview };
}

function notFound(): never {
  throw new Rejection("not_found");
}
