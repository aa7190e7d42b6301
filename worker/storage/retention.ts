/** How many messages a channel keeps (W19): the oldest go by alarm, some at a time, so that peers are served in between. */

/** Messages that one alarm deletes: a few ms of the object's one thread. */
const BATCH = 250;
/** One in so many goes at once, or a full channel would need an alarm, which is billed, at every message. */
const SHARE = 100;

export class Retention {
  #storage: DurableObjectStorage;
  #most: number;
  #least: number;
  /** Ordinals count messages; the oldest's and the newest's, read once. Deploys from before there were any leave them out. */
  #ends: { first: number; last: number } | undefined;
  #gone: number | undefined;
  #isDue = false;

  /** `most` messages are kept, or up to a hundredth fewer. */
  constructor(storage: DurableObjectStorage, most: number) {
    this.#storage = storage;
    this.#most = most;
    this.#least = most - Math.ceil(most / SHARE);
  }

  /** The highest seq that a message had when it went: the channel's seq is never below, and nobody resumes from before it. */
  get gone(): number {
    return (this.#gone ??= this.#storage.kv.get<number>("gone") ?? 0);
  }

  /** The ordinal of the next message. */
  get next(): number {
    return this.#stored.last + 1;
  }

  /** The next message is stored. */
  added(): void {
    this.#stored.last++;
    if (this.count > this.#most && !this.#isDue) this.#askForAlarm();
  }

  /** Deletes a batch of the oldest, where there are too many, and asks for another alarm until there are not. */
  trim(): void {
    this.#isDue = false;
    const excess = this.count - this.#least;
    if (excess <= 0) return;
    const { sql, kv } = this.#storage;
    const seqs = this.#storage.transactionSync(() => {
      const rows = sql.exec<{ seq: number }>(
        "DELETE FROM messages WHERE id <= (SELECT id FROM messages WHERE id > 0 ORDER BY id LIMIT 1 OFFSET ?) RETURNING seq",
        Math.min(excess, BATCH) - 1,
      );
      const seqs = rows.toArray().map(({ seq }) => seq);
      kv.put("gone", Math.max(this.gone, ...seqs));
      return seqs;
    });
    this.#gone = Math.max(this.gone, ...seqs);
    this.#stored.first += seqs.length;
    if (seqs.length < excess) this.#askForAlarm();
  }

  /** How many messages there are. */
  get count(): number {
    return this.#stored.last - this.#stored.first + 1;
  }

  get #stored(): { first: number; last: number } {
    this.#ends ??= this.#storage.sql
      .exec<{ first: number; last: number }>(
        `SELECT coalesce((SELECT ordinal FROM messages WHERE id > 0 AND ordinal IS NOT NULL ORDER BY id LIMIT 1), 1) AS first,
                coalesce((SELECT ordinal FROM messages WHERE id > 0 AND ordinal IS NOT NULL ORDER BY id DESC LIMIT 1), 0) AS last`,
      )
      .one();
    return this.#ends;
  }

  /** An alarm outlives sleep and crash; one that fails is tried again by the runtime, and by the next message after that. */
  #askForAlarm(): void {
    this.#isDue = true;
    void this.#storage.setAlarm(Date.now());
  }
}
