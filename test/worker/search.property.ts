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

it("W33 a search finds exactly what a scan with the same words finds, as far as the history is indexed", async () => {
  const which = fc.nat(400);
  const operation = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ t: fc.constant("append" as const), texts: fc.array(text, { minLength: 1, maxLength: 90 }) }),
    },
    { weight: 3, arbitrary: fc.record({ t: fc.constant("edit" as const), which, text }) },
    { weight: 3, arbitrary: fc.record({ t: fc.constantFrom("delete", "remove", "restore"), which }) },
    { weight: 2, arbitrary: fc.record({ t: fc.constantFrom("trim", "evict", "grow") }) },
    { weight: 4, arbitrary: fc.record({ t: fc.constant("search" as const), query }) },
  );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 30, size: "max" }), query, async (operations, last) => {
      await runInDurableObject(channelOf(`search/${run++}`), (_channel, { storage }) => {
        const open = () => openStore(storage, "stored", MAX);
        let store = open();
        const agrees = (query: string, from?: string) => {
          const { messages, complete } = store.search({ text: query, from, limit: 1_000 });
          const all = store
            .before(Number.MAX_SAFE_INTEGER, 1_000)
            .messages.filter((message) => matches(message, query) && (from === undefined || message.user.id === from))
            .reverse();
          expect(messages).toEqual(complete ? all : all.slice(0, messages.length));
          return complete;
        };
        for (const step of operations) {
          if ("texts" in step) for (const text of step.texts) store.append(store.seq % 3 ? ada : ben, `${store.seq}`, text, 1);
          else if ("query" in step) [undefined, ada.id, ben.id].forEach((from) => agrees(step.query, from));
          else if (step.t === "trim") store.trim();
          else if (step.t === "evict") store = open();
          else if (step.t === "grow") store.growIndex();
          else if ("which" in step) change(store, step.t, Math.max(1, store.seq - step.which), "text" in step ? step.text : "");
        }
        while (!agrees(last));
        for (const { id } of [ada, ben]) agrees(last, id);
      });
    }),
    { numRuns: 60 },
  );
}, 120_000);

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
