/** A channel's SQLite. Its tables are created at the first write, so a path that is only visited costs nothing. */
import { migrate } from "./migrations";

type Row = Record<string, SqlStorageValue>;

export class Database {
  /** The id of this history: another epoch means another history. */
  readonly epoch: string;
  readonly storage: DurableObjectStorage;
  #exists: boolean;

  /** `firstEpoch` is the epoch of a channel in which nothing is stored yet. */
  constructor(storage: DurableObjectStorage, firstEpoch: string) {
    const epoch = storage.kv.get<string>("epoch");
    this.epoch = epoch ?? firstEpoch;
    this.storage = storage;
    this.#exists = epoch !== undefined;
    if (this.#exists) migrate(storage); // an older deploy may have created the tables
  }

  get exists(): boolean {
    return this.#exists;
  }

  create(): void {
    if (this.#exists) return;
    this.storage.transactionSync(() => {
      migrate(this.storage);
      this.storage.kv.put("epoch", this.epoch);
    });
    this.#exists = true;
  }

  /** The rows of a query; none if nothing is stored yet. */
  read<T extends Row>(query: string, ...bindings: SqlStorageValue[]): T[] {
    return this.#exists ? this.storage.sql.exec<T>(query, ...bindings).toArray() : [];
  }

  /** Runs a statement that writes, and returns its rows. */
  write<T extends Row>(statement: string, ...bindings: SqlStorageValue[]): T[] {
    this.create();
    return this.storage.sql.exec<T>(statement, ...bindings).toArray();
  }
}
