/** The moderation log (W27): each act of staff, with a number of its own. The latest 1,000 are kept. */
import { MAX_RECORDS, type RecordEntry } from "../../src/shared/protocol";
import type { Database } from "./Database";

export class ModerationLog {
  #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(entry: Omit<RecordEntry, "n">): void {
    const [{ n }] = this.#db.write<{ n: number }>("INSERT INTO record (entry) VALUES (?) RETURNING n", JSON.stringify(entry)) as [
      { n: number },
    ];
    this.#db.write("DELETE FROM record WHERE n <= ?", n - MAX_RECORDS);
  }

  /** The `limit` entries before `before`, the newest first. A removed text is with its entry as long as it can be restored. */
  before(before: number, limit: number): { entries: RecordEntry[]; more: boolean } {
    const rows = this.#db.read<{ n: number; entry: string }>(
      "SELECT n, entry FROM record WHERE n < ? ORDER BY n DESC LIMIT ?",
      before,
      limit + 1,
    );
    const entries = rows.slice(0, limit).map(({ n, entry }) => ({ n, ...(JSON.parse(entry) as Omit<RecordEntry, "n">) }));
    return { entries: entries.map((entry) => ({ ...entry, ...this.#removedText(entry) })), more: rows.length > limit };
  }

  #removedText({ act, id }: RecordEntry): { text?: string } {
    if (act !== "remove" || id === undefined) return {};
    const [row] = this.#db.read<{ text: string }>("SELECT text FROM removals WHERE id = ? AND until > ?", id, Date.now());
    return row ? { text: row.text } : {};
  }
}
