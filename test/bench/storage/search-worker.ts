/** A Durable Object with a real message store, which runs the bench of search in the request: /<messages in the channel>. */
import { DurableObject } from "cloudflare:workers";
import { Alarm } from "../../../worker/Alarm";
import { Database } from "../../../worker/storage/Database";
import { MessageStore } from "../../../worker/storage/messages";

interface Env {
  BENCH: DurableObjectNamespace<Bench>;
}

/** Because the clock has whole milliseconds, and a busy moment of the machine counts in one round alone. */
const ROUNDS = 15;
const SINGLE = 200; // searches that are timed one by one, for the slowest of them
const RARE = 500; // one message in so many has the rare word
const WORDS = Array.from({ length: 2_000 }, (_, i) => `${"bcdfghklmn"[i % 10]}${(i * 7_919).toString(36)}`);
const user = (n: number) => ({ id: `public-id-of-${n}`, name: "Somebody" });

/** What is searched for, and how often in one go: enough for tens of milliseconds. */
const SEARCHES: Record<string, { times: number; query: { text: string; from?: string } }> = {
  "no word (the control)": { times: 2_000, query: { text: "…" } },
  "a common word": { times: 100, query: { text: '"the"' } },
  "two common words": { times: 50, query: { text: "the now" } },
  "a rare word": { times: 100, query: { text: "needle" } },
  "an absent word": { times: 500, query: { text: "nowhere" } },
  "a common and a rare word": { times: 100, query: { text: "the needle" } },
  "a sequence": { times: 50, query: { text: '"see the"' } },
  "a prefix of one letter": { times: 4, query: { text: "b" } },
  "two common words of a user": { times: 10, query: { text: "the now", from: user(7).id } },
  "two common words of nobody": { times: 4, query: { text: "the now", from: "nobody" } },
};

export class Bench extends DurableObject<Env> {
  /** workerd's own clock runs on meanwhile; Cloudflare's would stand still. */
  run(size: number): object {
    const store = new MessageStore(new Database(this.ctx.storage, "bench"), new Alarm(this.ctx.storage), Infinity);
    for (let i = 0; i < size; i++) store.append(user(i % 1_000), String(i), textOf(i), i);
    const bytes = this.ctx.storage.sql.databaseSize;
    const indexing = micros(() => {
      store.search({ text: "the", limit: 1 });
      while (store.growIndex());
    });
    const samples = Object.values(SEARCHES).map(() => [] as number[]);
    const found: number[] = [];
    for (let round = -1; round < ROUNDS; round++)
      for (const [which, { times, query }] of Object.values(SEARCHES).entries()) {
        const took = micros(() => {
          for (let i = 0; i < times; i++) found[which] = store.search({ ...query, limit: 20 }).messages.length;
        });
        if (round >= 0) samples[which]!.push(took / times); // the first is to warm up
      }
    const searches = Object.entries(SEARCHES).map(([name, { query }], which) => {
      const single = Array.from({ length: SINGLE }, () => micros(() => store.search({ ...query, limit: 20 })));
      return [name, { found: found[which]!, micros: median(samples[which]!), p99: quantile(single, 0.99) }];
    });
    return {
      indexing: indexing / size,
      bytes: (this.ctx.storage.sql.databaseSize - bytes) / size,
      searches: Object.fromEntries(searches),
    };
  }
}

/** Some 70 characters. Every second text has the common words. */
function textOf(i: number): string {
  const words = Array.from({ length: 8 }, () => WORDS[Math.floor(WORDS.length * Math.random() ** 3)]);
  return [...(i % 2 ? ["I see the"] : []), ...words, ...(i % 2 ? ["now"] : []), ...(i % RARE === 1 ? ["needle"] : [])].join(" ");
}

const median = (numbers: number[]) => quantile(numbers, 0.5);

function quantile(numbers: number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)]!;
}

function micros(run: () => void): number {
  const started = performance.now();
  run();
  return (performance.now() - started) * 1_000;
}

export default {
  async fetch(request, { BENCH }) {
    const size = new URL(request.url).pathname.slice(1);
    return Response.json(await BENCH.getByName(size).run(Number(size)));
  },
} satisfies ExportedHandler<Env>;
