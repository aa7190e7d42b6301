/** Retention (W19): an alarm deletes the oldest messages in batches, so that peers are served in between. */

/** Messages that one alarm deletes. This takes a few ms of the object's one thread. */
const BATCH = 250;
/** A channel above `max` messages is trimmed to `max - max / TRIM_DIVISOR`. Otherwise each new message would need an alarm, which is billed. */
const TRIM_DIVISOR = 100;

export class Retention {
  #storage: DurableObjectStorage;
  #max: number;
  #target: number;
  /** The ordinals of the oldest and the newest message, read once. Ordinals count messages. Rows of older deploys have none. */
  #ordinals: { first: number; last: number } | undefined;
  #deletedSeq: number | undefined;
  #isAlarmSet = false;

  /** Keeps `max` messages, or up to a hundredth fewer. */
  constructor(storage: DurableObjectStorage, max: number) {
    this.#storage = storage;
    this.#max = max;
    this.#target = max - Math.ceil(max / TRIM_DIVISOR);
  }

  /** The highest seq of a deleted message. The channel's seq is never below it, and no client can resume from before it. */
  get deletedSeq(): number {
    return (this.#deletedSeq ??= this.#storage.kv.get<number>("gone") ?? 0);
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

  /** Deletes a batch of the oldest messages, if there are too many, and sets another alarm if more are left. */
  trim(): void {
    this.#isAlarmSet = false;
    const excess = this.count - this.#target;
    if (excess <= 0) return;
    const { sql, kv } = this.#storage;
    const seqs = this.#storage.transactionSync(() => {
      const rows = sql.exec<{ seq: number }>(
        "DELETE FROM messages WHERE id <= (SELECT id FROM messages WHERE id > 0 ORDER BY id LIMIT 1 OFFSET ?) RETURNING seq",
        Math.min(excess, BATCH) - 1,
      );
      const seqs = rows.toArray().map(({ seq }) => seq);
      kv.put("gone", Math.max(this.deletedSeq, ...seqs));
      return seqs;
    });
    this.#deletedSeq = Math.max(this.deletedSeq, ...seqs);
    this.#stored.first += seqs.length;
    if (seqs.length < excess) this.#setAlarm();
  }

  /** The number of messages. */
  get count(): number {
    return this.#stored.last - this.#stored.first + 1;
  }

  get #stored(): { first: number; last: number } {
    this.#ordinals ??= this.#storage.sql
      .exec<{ first: number; last: number }>(
        `SELECT coalesce((SELECT ordinal FROM messages WHERE id > 0 AND ordinal IS NOT NULL ORDER BY id LIMIT 1), 1) AS first,
                coalesce((SELECT ordinal FROM messages WHERE id > 0 AND ordinal IS NOT NULL ORDER BY id DESC LIMIT 1), 0) AS last`,
      )
      .one();
    return this.#ordinals;
  }

  /** An alarm survives eviction and crash. If it fails, the runtime tries again, and later the next message does. */
  #setAlarm(): void {
    this.#isAlarmSet = true;
    void this.#storage.setAlarm(Date.now());
  }
}
