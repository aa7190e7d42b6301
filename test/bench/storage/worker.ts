/** A Durable Object with a real message store, which runs the operation in the request: /<messages in the channel>/<operation>/<times>. */
import { DurableObject } from "cloudflare:workers";
import { MAX_RESUME, PAGE_SIZE } from "../../../src/shared/protocol";
import { Alarm } from "../../../worker/Alarm";
import { Database } from "../../../worker/storage/Database";
import { MessageStore } from "../../../worker/storage/messages";

interface Env {
  BENCH: DurableObjectNamespace<Bench>;
}

const ADA = { id: "ada-s-public-id1", name: "Ada Lovelace" };
const TEXT = "Shall we meet at noon? I would bring the drawings along.";
const ROWS = 50_000; // a statement
const EDITED = 20; // one message in so many was edited later

function openStore(storage: DurableObjectStorage, epoch: string, max?: number): MessageStore {
  return new MessageStore(new Database(storage, epoch), new Alarm(storage), max);
}

export class Bench extends DurableObject<Env> {
  #history = openStore(this.ctx.storage, "bench", Infinity);
  #size = Number(this.ctx.id.name); // the object may sleep and wake while others are being filled

  /** Milliseconds that `operation` takes so many `times`. workerd's own clock runs on meanwhile; Cloudflare's would stand still. */
  async run(operation: string, times: number): Promise<number> {
    const prepared = this.#prepare(operation, times);
    const started = performance.now();
    for (let i = 0; i < times; i++) await prepared();
    const took = performance.now() - started;
    this.#forget();
    return took;
  }

  #prepare(operation: string, times: number): () => void | Promise<void> {
    const history = this.#history;
    switch (operation) {
      case "fill":
        this.#fill();
        return () => {};
      case "nothing":
        return () => {};
      case "append":
        return () => this.#append();
      case "commit":
        return () => {
          this.#append();
          return this.ctx.storage.sync();
        };
      case "edit": {
        const ids = this.#anyIds(times);
        return () => void history.edit(ADA.id, ids.pop()!, `${TEXT} ${Math.random()}`, Date.now());
      }
      case "resume": {
        this.#changeFiveHundred();
        const since = history.seq - MAX_RESUME;
        return () => counts(history.since(since)?.length, MAX_RESUME);
      }
      case "page": {
        const ids = this.#anyIds(times);
        return () => counts(history.before(ids.pop()! + PAGE_SIZE, PAGE_SIZE).messages.length, PAGE_SIZE);
      }
      case "wake":
        return () => counts(openStore(this.ctx.storage, "").seq, history.seq);
      default:
        throw new Error(`no operation ${operation}`);
    }
  }

  #append(): void {
    this.#history.append(ADA, crypto.randomUUID(), TEXT, Date.now());
  }

  /** What someone has missed who was away: half of it new, half of it edits all over the channel. */
  #changeFiveHundred(): void {
    const half = MAX_RESUME / 2;
    const step = 2 * Math.floor(this.#size / half / 2);
    for (let i = 0; i < half; i++) {
      this.#history.edit(ADA.id, 1 + i * step, `${TEXT} ${Math.random()}`, Date.now());
      this.#append();
    }
  }

  /** Of Ada's messages, from anywhere in the channel. */
  #anyIds(count: number): number[] {
    return Array.from({ length: count }, () => 1 + 2 * Math.floor((Math.random() * this.#size) / 2));
  }

  /** Messages of a thousand users, every second one Ada's, as `append` and `edit` would have left them. */
  #fill(): void {
    const { sql } = this.ctx.storage;
    const count = this.#size;
    this.#append();
    const indexes = sql
      .exec<{ name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_master WHERE tbl_name = 'messages' AND sql LIKE 'CREATE%INDEX%'",
      )
      .toArray();
    for (const { name } of indexes) sql.exec(`DROP INDEX ${name}`); // made at the end, which is much faster
    for (let from = 2; from <= count; from += ROWS)
      sql.exec(
        `WITH RECURSIVE n (id) AS (SELECT ? UNION ALL SELECT id + 1 FROM n WHERE id < ?)
         INSERT INTO messages (id, seq, cid, user, name, text, at, edited_at, ordinal)
         SELECT id, iif(id % ${EDITED} = 1, id + ${count}, id), lower(hex(randomblob(16))),
                iif(id % 2, ?, 'somebody-else-' || (id % 1000)), 'Somebody', ?, id, iif(id % ${EDITED} = 1, id, NULL), id FROM n`,
        from, Math.min(from + ROWS - 1, count), ADA.id, TEXT,
      ); // prettier-ignore
    for (const index of indexes) sql.exec(index.sql);
  }

  /** So that the channel has as many messages for the next. */
  #forget(): void {
    this.ctx.storage.sql.exec("DELETE FROM messages WHERE id > ?", this.#size);
    this.#history = openStore(this.ctx.storage, "bench", Infinity);
  }
}

function counts(actual: number | undefined, expected: number): void {
  if (actual !== expected) throw new Error(`${actual} instead of ${expected}`);
}

export default {
  async fetch(request, { BENCH }) {
    const [, size, operation, times] = new URL(request.url).pathname.split("/");
    return Response.json(await BENCH.getByName(size!).run(operation!, Number(times)));
  },
} satisfies ExportedHandler<Env>;
