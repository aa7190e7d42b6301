/** Retention by number (W19) and by age (W24): an alarm deletes the oldest messages in batches, so that peers are served in between. */
import type { Alarm } from "../Alarm";
import type { Database } from "./Database";
import type { FileChanges } from "./file-changes";
import type { SearchIndex } from "./search-index";

/** Messages that one alarm deletes. This takes a few ms of the object's one thread. */
const BATCH = 250;
/** A channel above `max` messages is trimmed to `max - max / TRIM_DIVISOR`. Otherwise each new message would need an alarm, which is billed. */
const TRIM_DIVISOR = 100;
/** ms between two alarms that delete by age. A channel that is awake deletes more often, without an alarm. */
const AGE_INTERVAL = 30 * 60_000;

export class Retention {
  #db: Database;
  #alarm: Alarm;
  #index: SearchIndex;
  #fileChanges: FileChanges;
  #max: number;
  #target: number;
  /** The ordinals of the oldest and the newest message, read once. Ordinals count messages. Rows of older deploys have none. */
  #ordinals: { first: number; last: number } | undefined;
  #deletedSeq: number | undefined;
  #isAlarmSet = false;

  /** Keeps `max` messages, or up to a hundredth fewer. */
  constructor(db: Database, alarm: Alarm, index: SearchIndex, fileChanges: FileChanges, max: number) {
    this.#db = db;
    this.#index = index;
    this.#fileChanges = fileChanges;
    this.#alarm = alarm;
    this.#max = max;
    this.#target = max - Math.ceil(max / TRIM_DIVISOR);
  }

  /** The highest seq of a deleted message. The channel's seq is never below it, and no client can resume from before it. */
  get deletedSeq(): number {
    return (this.#deletedSeq ??= this.#db.storage.kv.get<number>("gone") ?? 0);
  }

  /** The ordinal of the next message. */
  get nextOrdinal(): number {
    return this.#stored.last + 1;
  }

  /** A message was inserted. */
  onInsert(): void {
    this.#stored.last++;
    if (this.count > this.#max && !this.#isAlarmSet) this.#setAlarm();
  }

  /**
   * Deletes a batch of the oldest messages, if there are too many or if they are from before `oldest` (Unix ms), and sets another alarm
   * if more are left. Returns the highest id that is deleted, or 0.
   */
  trim(oldest = 0): number {
    this.#isAlarmSet = false;
    const last = this.#lastToDelete(oldest);
    if (last === 0) return 0;
    const { sql, kv } = this.#db.storage;
    const seqs = this.#db.storage.transactionSync(() => {
      // Who has written here stays known (W24)
      sql.exec(
        `INSERT INTO former_writers (user, first) SELECT user, id FROM messages NOT INDEXED WHERE id <= ? ORDER BY id
         ON CONFLICT (user) DO NOTHING`,
        last,
      );
      sql.exec("DELETE FROM former_writers WHERE ordinal <= (SELECT max(ordinal) FROM former_writers) - ?", this.#max);
      for (const table of ["messages", "removals"] as const) this.#fileChanges.add("delete", table, "id <= ?", last);
      for (const table of ["removals", "reports"]) sql.exec(`DELETE FROM ${table} WHERE id <= ?`, last);
      this.#index.removeUpTo(last);
      const rows = sql.exec<{ seq: number }>("DELETE FROM messages WHERE id <= ? RETURNING seq", last);
      const seqs = rows.toArray().map(({ seq }) => seq);
      kv.put("gone", Math.max(this.deletedSeq, ...seqs));
      return seqs;
    });
    this.#deletedSeq = Math.max(this.deletedSeq, ...seqs);
    this.#stored.first += seqs.length;
    if (this.#lastToDelete(oldest) > 0) this.#setAlarm();
    return last;
  }

  /** When to look next for messages that are older than `keep` seconds (Unix ms): at most every half hour, however many there are. */
  nextDue(keep: number, now: number): number {
    if (keep === 0) return Infinity;
    const [first] = this.#db.read<{ at: number }>("SELECT at FROM messages WHERE id > 0 ORDER BY id LIMIT 1");
    return first ? Math.max(first.at + keep * 1_000, now) + AGE_INTERVAL : Infinity;
  }

  /** The id of the last message of a batch to delete, or 0. */
  #lastToDelete(oldest: number): number {
    const excess = Math.min(BATCH, this.count - this.#target);
    const byNumber = "SELECT id FROM messages WHERE id > 0 ORDER BY id LIMIT 1 OFFSET ?";
    const last = excess > 0 ? (this.#db.read<{ id: number }>(byNumber, excess - 1)[0]?.id ?? 0) : 0;
    if (oldest === 0) return last;
    const batch = this.#db.read<{ id: number; at: number }>(
      "SELECT id, at FROM messages WHERE id > 0 ORDER BY id LIMIT ?",
      BATCH,
    );
    const young = batch.findIndex(({ at }) => at >= oldest);
    return Math.max(last, batch.slice(0, young === -1 ? BATCH : young).at(-1)?.id ?? 0);
  }

  /** The number of messages. */
  get count(): number {
    return this.#stored.last - this.#stored.first + 1;
  }

  get #stored(): { first: number; last: number } {
    this.#ordinals ??= this.#db.storage.sql
      .exec<{ first: number; last: number }>(
        `SELECT coalesce((SELECT ordinal FROM messages WHERE id > 0 AND ordinal IS NOT NULL ORDER BY id LIMIT 1), 1) AS first,
                coalesce((SELECT ordinal FROM messages WHERE id > 0 AND ordinal IS NOT NULL ORDER BY id DESC LIMIT 1), 0) AS last`,
      )
      .one();
    return this.#ordinals;
  }

  /** If it cannot be set, the next message tries again. */
  #setAlarm(): void {
    this.#isAlarmSet = true;
    this.#alarm.ringNow();
  }
}
