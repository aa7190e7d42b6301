/** What the Keyring remembers of links to an identity: which are used, and each person's recovery link (W23). */

export class LinkMemory {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Marks a link as used until it expires (Unix ms). Returns false if it was used before. */
  use(id: string, expires: number): boolean {
    this.#createTables();
    this.#sql.exec("DELETE FROM used_links WHERE expires <= ?", Date.now());
    return this.#sql.exec("INSERT OR IGNORE INTO used_links VALUES (?, ?) RETURNING id", id, expires).toArray().length > 0;
  }

  /** Makes `id` the only recovery link of the person. */
  setRecovery(person: string, id: string): void {
    this.#createTables();
    this.#sql.exec("INSERT OR REPLACE INTO recovery_links VALUES (?, ?)", person, id);
  }

  isRecovery(person: string, id: string): boolean {
    this.#createTables();
    return this.#sql.exec("SELECT 1 FROM recovery_links WHERE person = ? AND id = ?", person, id).toArray().length > 0;
  }

  #createTables(): void {
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS used_links (id TEXT PRIMARY KEY, expires INTEGER NOT NULL) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS used_links_by_expiry ON used_links (expires);
      CREATE TABLE IF NOT EXISTS recovery_links (person TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
    `);
  }
}
