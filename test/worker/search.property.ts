/** A history that is written, changed, removed, trimmed and evicted in any order: a search finds what a scan of all messages finds. */
import { runInDurableObject } from "cloudflare:test";
import fc from "../support/fast-check";
import { expect, it } from "vitest";
import type { Message } from "../../src/shared/protocol";
import { sequencesOf, wordsOf } from "../../src/shared/search-words";
import type { MessageStore } from "../../worker/storage/messages";
import { channelOf, openStore } from "./support/stored";

const ada = { id: "a", name: "Ada" };
const ben = { id: "A", name: "Ben" }; // the index does not tell them apart
const MAX = 300; // messages; more than a slice of the index
const ALL = 10_000; // messages; more than there are

const text = fc
  .array(fc.constantFrom("apple", "Äpfel", "app", "the", "red", "straße", "北京大学", "🎉", "…", "a", "İst", "number1"), {
    maxLength: 5,
  })
  .map((words) => words.join(" "));
const query = fc
  .array(fc.constantFrom("apple", "app", "ap", "the", "STRASSE", "北京", "🎉", '"', "*", "a", "ist", "OR", "number1"), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(" "));

/** Whether a message contains what is searched for, by the words of its text alone. */
function matches({ text, deleted }: Message, query: string): boolean {
  const words = wordsOf(text);
  const occurs = (word: string, at: number, isPrefix: boolean) => (isPrefix ? words[at]?.startsWith(word) : words[at] === word);
  const sequences = sequencesOf(query);
  return (
    !deleted &&
    sequences.length > 0 &&
    sequences.every((sequence) =>
      words.some((_, start) =>
        sequence.words.every((word, i) => occurs(word, start + i, sequence.isPrefix && i === sequence.words.length - 1)),
      ),
    )
  );
}

it("W33 a search finds exactly what a scan with the same words finds, and the index keeps nothing of what is gone", async () => {
  const which = fc.nat(900);
  const texts = fc.array(text, { minLength: 1, maxLength: 5 });
  const operation = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ texts, times: fc.nat(20) }),
    },
    { weight: 3, arbitrary: fc.record({ t: fc.constant("edit" as const), which, text }) },
    { weight: 3, arbitrary: fc.record({ t: fc.constantFrom("delete", "remove", "restore"), which }) },
    { weight: 4, arbitrary: fc.record({ t: fc.constantFrom("trim", "evict", "evict", "grow") }) },
    { weight: 4, arbitrary: fc.record({ query, from: fc.constantFrom(undefined, ada.id, ben.id) }) },
  );
  let run = 0;
  const reached = { incomplete: 0, evictedWhileIncomplete: 0, trimmedFromIndex: 0 }; // a history that is too short tests nothing
  await fc.assert(
    fc.asyncProperty(
      texts,
      fc.nat(180),
      fc.array(operation, { maxLength: 30, size: "max" }),
      query,
      async (texts, times, operations, last) => {
        await runInDurableObject(channelOf(`search/${run++}`), (_channel, { storage }) => {
          const open = () => openStore(storage, "stored", MAX);
          let store = open();
          let isComplete = true;
          const agrees = (query: string, from?: string) => {
            const { messages, complete } = store.search({ text: query, from, limit: ALL });
            const all = store
              .before(Number.MAX_SAFE_INTEGER, ALL)
              .messages.filter((message) => matches(message, query) && (from === undefined || message.user.id === from))
              .reverse();
            const floor = complete ? 0 : storage.kv.get<number>("searchFloor")!;
            expect(messages).toEqual(all.filter(({ id }) => id >= floor));
            isComplete = complete;
            if (!complete) reached.incomplete++;
            return complete;
          };
          for (const step of [{ texts, times }, ...operations]) {
            if ("texts" in step)
              for (let i = 0; i < step.times; i++)
                for (const text of step.texts) store.append(store.seq % 3 ? ada : ben, `${store.seq}`, text, 1);
            else if ("query" in step) agrees(step.query, step.from);
            else if (step.t === "trim") {
              if (store.trim() > 0 && indexed(storage).length > 0) reached.trimmedFromIndex++;
            } else if (step.t === "evict") {
              store = open();
              if (!isComplete) reached.evictedWhileIncomplete++;
            } else if (step.t === "grow") isComplete = !store.growIndex() || isComplete;
            else if ("which" in step) change(store, step.t, Math.max(1, store.seq - step.which), "text" in step ? step.text : "");
          }
          while (!agrees(last));
          for (const { id } of [ada, ben]) agrees(last, id);
          if (sequencesOf(last).length > 0) expect(indexed(storage)).toEqual(withWords(store));
        });
      },
    ),
    { numRuns: 100 },
  );
  for (const [state, times] of Object.entries(reached)) expect(times, state).toBeGreaterThan(5);
}, 120_000);

/** The ids of the messages in the index: none if the channel never had a message. */
function indexed({ sql }: DurableObjectStorage): number[] {
  const [table] = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'search'");
  return table ? Array.from(sql.exec<{ id: number }>("SELECT id FROM search_docsize ORDER BY id"), ({ id }) => id) : [];
}

/** The ids of the messages that can be found. */
function withWords(store: MessageStore): number[] {
  const { messages } = store.before(Number.MAX_SAFE_INTEGER, ALL);
  return messages.filter(({ text }) => wordsOf(text).length > 0).map(({ id }) => id);
}

/** What is not possible is rejected, and changes nothing. */
function change(store: MessageStore, t: string, id: number, text: string): void {
  try {
    if (t === "edit") store.edit(ada.id, id, text, 2);
    else if (t === "delete") store.delete(ada.id, id);
    else if (t === "remove") store.remove(id, 2);
    else store.restore(id, 3);
  } catch {
    // not there, deleted, or not restorable
  }
}
