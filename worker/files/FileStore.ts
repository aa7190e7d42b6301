/** The files of a channel in SQLite: what is known of each, and their bytes in rows, or in the deployer's bucket. */
import type { StoredFile } from "../../src/shared/protocol";

/** A row may hold 2 MB. */
const PART = 1_048_576; // bytes
/** Parts of one file have adjacent keys: its number times this, and on. */
const PARTS_PER_FILE = 64;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS files (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, user TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, size INTEGER NOT NULL,
    width INTEGER, height INTEGER, alt TEXT NOT NULL, preview TEXT NOT NULL, at INTEGER NOT NULL, cid TEXT, is_named INTEGER, is_hidden INTEGER
  );
  CREATE TABLE IF NOT EXISTS parts (key INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS gone (id TEXT PRIMARY KEY, user TEXT NOT NULL, cid TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS trash (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS days (place TEXT PRIMARY KEY, day INTEGER NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS previews (url TEXT PRIMARY KEY, at INTEGER NOT NULL, page TEXT, image TEXT) WITHOUT ROWID;`;

export interface FileRow extends Record<string, SqlStorageValue> {
  n: number;
  id: string;
  /** The public id of who uploaded it. */
  user: string;
  name: string;
  type: string;
  size: number;
  width: number | null;
  height: number | null;
  alt: string;
  preview: string;
  /** When it was uploaded (Unix ms). */
  at: number;
  /** The cid of the message that names it. */
  cid: string | null;
  /** Whether the channel is known to have that message. */
  is_named: number | null;
  /** Whether staff have removed that message. */
  is_hidden: number | null;
}

/** A file that the channel's message does not name yet. */
export type NewFile = Pick<
  FileRow,
  "id" | "user" | "name" | "type" | "size" | "width" | "height" | "alt" | "preview" | "at" | "cid"
>;

/** A file that was deleted to make room, and the message that names it. */
export interface GoneFile extends Record<string, SqlStorageValue> {
  id: string;
  user: string;
  cid: string;
}

export class FileStore {
  #storage: DurableObjectStorage;
  #bucket: R2Bucket | undefined;
  #exists: boolean | undefined;
  #total: number | undefined;

  constructor(storage: DurableObjectStorage, bucket: R2Bucket | undefined) {
    this.#storage = storage;
    this.#bucket = bucket;
  }

  /** The bytes of all files. */
  get total(): number {
    return (this.#total ??= this.read<{ total: number }>("SELECT coalesce(sum(size), 0) AS total FROM files")[0]?.total ?? 0);
  }

  get channel(): string {
    return this.#storage.kv.get<string>("channel") ?? "";
  }

  /** Stores a file as a whole or not at all, together with what `also` writes. */
  async add(channel: string, file: NewFile, bytes: Uint8Array, also: () => void): Promise<void> {
    this.create(channel);
    if (this.#bucket) {
      this.write("INSERT INTO trash (id, at) VALUES (?, ?)", file.id, file.at); // so that it is deleted if this ends here
      await this.#storage.sync();
      await this.#bucket.put(this.#keyOf(file.id), bytes);
    }
    this.#storage.transactionSync(() => {
      const columns = Object.keys(file);
      const [{ n }] = this.write<{ n: number }>(
        `INSERT INTO files (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")}) RETURNING n`,
        ...Object.values(file),
      ) as [{ n: number }];
      also();
      if (this.#bucket) this.write("DELETE FROM trash WHERE id = ?", file.id);
      else
        for (let at = 0; at < bytes.length; at += PART)
          this.write(
            "INSERT INTO parts (key, bytes) VALUES (?, ?)",
            n * PARTS_PER_FILE + at / PART,
            bytes.slice(at, at + PART).buffer,
          );
    });
    if (this.#total !== undefined) this.#total += file.size;
  }

  get(id: string): FileRow | undefined {
    return this.read<FileRow>("SELECT * FROM files WHERE id = ?", id)[0];
  }

  /** All files. Those that the caller does not come to are not read. */
  oldestFirst(): Iterable<FileRow> {
    return this.#storage.sql.exec<FileRow>("SELECT * FROM files ORDER BY n");
  }

  /** The bytes from `from` to before `to`. A stream that fails: its file was deleted meanwhile. */
  async body({ n, id, size }: FileRow, from = 0, to = size): Promise<ReadableStream | undefined> {
    if (this.#bucket) return (await this.#bucket.get(this.#keyOf(id), { range: { offset: from, length: to - from } }))?.body;
    let at = from;
    return new ReadableStream({
      type: "bytes",
      pull: (controller) => {
        if (at >= to) return controller.close();
        const index = Math.floor(at / PART);
        const [part] = this.read<{ bytes: ArrayBuffer }>("SELECT bytes FROM parts WHERE key = ?", n * PARTS_PER_FILE + index);
        if (!part) return controller.error(new Error("The file is gone."));
        const end = Math.min(to, (index + 1) * PART);
        controller.enqueue(new Uint8Array(part.bytes.slice(at - index * PART, end - index * PART)));
        at = end;
        if (at >= to) controller.close();
      },
    });
  }

  /** Deletes files. */
  delete(files: readonly Pick<FileRow, "n" | "id">[]): void {
    if (files.length === 0) return;
    this.#storage.transactionSync(() => {
      for (const { n, id } of files) {
        this.write("DELETE FROM files WHERE n = ?", n);
        if (this.#bucket) this.write("INSERT OR REPLACE INTO trash (id, at) VALUES (?, 0)", id);
        else this.write("DELETE FROM parts WHERE key BETWEEN ? AND ?", n * PARTS_PER_FILE, (n + 1) * PARTS_PER_FILE - 1);
      }
    });
    this.#total = undefined;
  }

  /** Deletes from the bucket what was deleted here before `before` (Unix ms), or was never stored here. */
  async emptyTrash(before: number): Promise<void> {
    const ids = this.read<{ id: string }>("SELECT id FROM trash WHERE at < ? LIMIT 1000", before).map(({ id }) => id);
    if (ids.length === 0 || !this.#bucket) return;
    await this.#bucket.delete(ids.map((id) => this.#keyOf(id)));
    for (const id of ids) this.write("DELETE FROM trash WHERE id = ?", id);
  }

  /** The rows of a query; none if nothing was ever stored. */
  read<T extends Record<string, SqlStorageValue>>(query: string, ...bindings: SqlStorageValue[]): T[] {
    if (this.#exists === undefined) {
      if (this.channel === "") this.#exists = false;
      else this.create(this.channel); // what later versions have added
    }
    return this.#exists ? this.write<T>(query, ...bindings) : [];
  }

  write<T extends Record<string, SqlStorageValue>>(statement: string, ...bindings: SqlStorageValue[]): T[] {
    return this.#storage.sql.exec<T>(statement, ...bindings).toArray();
  }

  /** Creates the tables that do not exist. */
  create(channel: string): void {
    if (this.#exists) return;
    this.#storage.transactionSync(() => {
      this.#storage.sql.exec(SCHEMA);
      if (this.channel !== channel) this.#storage.kv.put("channel", channel);
    });
    this.#exists = true;
  }

  #keyOf(id: string): string {
    return `${this.channel}/${id}`;
  }
}

/** What a message's state has of a file. */
export function stateOf({ id, name, type, size, width, height, alt, preview }: FileRow): StoredFile {
  return { id, name, type, size, ...(width !== null && height !== null && { width, height }), alt, preview };
}
