/**
 * The full-text index of a channel (W33), in SQLite's FTS5. A channel has one from its first search on. It is made in slices, newest
 * message first, and from then on each change of a message changes it, too. It has the words alone, not the texts.
 */
import { wordsOf, type Sequence } from "../../src/shared/search-words";
import type { Database } from "./Database";
import type { MessageRow } from "./message-row";

/** Messages that are indexed at once. This takes some 10 ms of the object's one thread. */
const SLICE = 200;
/** In kv: the lowest id that is indexed; 0 if all are. */
const FLOOR = "searchFloor";

/** All of the characters that `wordsOf` leaves in a word belong to the word. Deleted words leave no trace in the file. */
const CREATE = `
  CREATE VIRTUAL TABLE search USING fts5(words, user, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'");
  INSERT INTO search (search, rank) VALUES ('secure-delete', 1);`;

export interface SearchQuery {
  /** A user id. */
  from?: string | undefined;
  /** Finds messages with a lower id. */
  before?: number | undefined;
  limit: number;
}

export class SearchIndex {
  #db: Database;
  #floor: number | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Messages from this id on are in the index. Infinity if there is none. Read once. */
  get #indexedFrom(): number {
    if (!this.#db.exists) return Infinity;
    return (this.#floor ??= this.#db.storage.kv.get<number>(FLOOR) ?? Infinity);
  }

  get exists(): boolean {
    return this.#indexedFrom < Infinity;
  }

  get isComplete(): boolean {
    return this.#indexedFrom === 0;
  }

  /** Makes an empty index, if there is none, for messages whose ids are above `lastId`. */
  create(lastId: number): void {
    if (this.exists) return;
    const { sql, kv } = this.#db.storage;
    this.#db.storage.transactionSync(() => {
      sql.exec(CREATE);
      kv.put(FLOOR, lastId + 1);
    });
    this.#floor = lastId + 1;
  }

  /** Indexes a slice of older messages. Returns whether there are more. */
  grow(): boolean {
    if (!this.exists || this.isComplete) return false;
    const rows = this.#db.read<{ id: number; text: string; user: string }>(
      "SELECT id, text, user FROM messages WHERE id < ? ORDER BY id DESC LIMIT ?",
      this.#indexedFrom,
      SLICE,
    );
    const floor = rows.length < SLICE ? 0 : rows.at(-1)!.id;
    this.#db.storage.transactionSync(() => {
      for (const { id, text, user } of rows) this.#insert(id, text, user);
      this.#db.storage.kv.put(FLOOR, floor);
    });
    this.#floor = floor;
    return floor > 0;
  }

  /** The message `id` of a user has this text now. Call it in the transaction that changes the message. */
  set(id: number, text: string, user: string): void {
    if (id < this.#indexedFrom) return; // it comes in its turn: found now, it would hide newer ones from a search that goes on before it
    this.#db.write("DELETE FROM search WHERE rowid = ?", id);
    this.#insert(id, text, user);
  }

  /** Messages up to the id `last` are deleted. Call it in the transaction that deletes them. */
  removeUpTo(last: number): void {
    if (this.exists) this.#db.write("DELETE FROM search WHERE rowid <= ?", last);
  }

  /** The rows of at most `limit` messages with all of the sequences, newest first. There must be an index, and a sequence. */
  find(sequences: readonly Sequence[], { from, before = Number.MAX_SAFE_INTEGER, limit }: SearchQuery): MessageRow[] {
    // The index finds the user's messages fast, but regardless of case; the row decides
    const user = from === undefined ? "" : `user:"${from.replaceAll(/["\0]/g, "")}" AND `;
    const match = `${user}words:(${sequences.map(toExpression).join(" ")})`;
    return this.#db.read<MessageRow>(
      `SELECT messages.* FROM search JOIN messages ON messages.id = search.rowid
       WHERE search MATCH ?1 AND search.rowid < ?2 AND (?3 IS NULL OR messages.user = ?3) ORDER BY search.rowid DESC LIMIT ?4`,
      match,
      before,
      from ?? null,
      limit,
    );
  }

  #insert(id: number, text: string, user: string): void {
    const words = wordsOf(text);
    if (words.length > 0) this.#db.write("INSERT INTO search (rowid, words, user) VALUES (?, ?, ?)", id, words.join(" "), user);
  }
}

/** In FTS5's query language. A word has no quotation mark. */
function toExpression({ words, isPrefix }: Sequence): string {
  return `"${words.join(" ")}"${isPrefix ? " *" : ""}`;
}
