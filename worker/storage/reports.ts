/** Reports of messages to staff (W28): one for each message and user, until staff have resolved it or removed the message. */
import { MAX_REPORTS, type Report, type User } from "../../src/shared/protocol";
import type { Database } from "./Database";

export class Reports {
  #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  has(id: number, user: string): boolean {
    return this.#db.read("SELECT 1 FROM reports WHERE id = ? AND user = ?", id, user).length > 0;
  }

  /** Above the maximum, the oldest report goes. */
  add(id: number, by: User, reason: string, at: number): void {
    this.#db.write("INSERT INTO reports (id, user, name, reason, at) VALUES (?, ?, ?, ?, ?)", id, by.id, by.name, reason, at);
    this.#db.write("DELETE FROM reports WHERE rowid <= (SELECT max(rowid) FROM reports) - ?", MAX_REPORTS);
  }

  /** When a user made their reports (Unix ms), the oldest first. */
  timesOf(user: string): number[] {
    return this.#db.read<{ at: number }>("SELECT at FROM reports WHERE user = ? ORDER BY at", user).map(({ at }) => at);
  }

  get count(): number {
    return this.#db.read<{ n: number }>("SELECT count(*) AS n FROM reports")[0]?.n ?? 0;
  }

  /** The newest first. */
  list(): Report[] {
    return this.#db
      .read<{ id: number; user: string; name: string; reason: string; at: number }>("SELECT * FROM reports ORDER BY rowid DESC")
      .map(({ id, user, name, reason, at }) => ({ id, by: { id: user, name }, reason, at }));
  }

  /** Ends the reports of a message. Returns whether there were any. */
  resolve(id: number): boolean {
    return this.#db.exists && this.#db.write("DELETE FROM reports WHERE id = ? RETURNING 1", id).length > 0;
  }
}
