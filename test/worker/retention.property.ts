/** A store that is written, changed and trimmed in any order: a resume returns all changes, or starts from the latest. */
import { runInDurableObject } from "cloudflare:test";
import fc from "../support/fast-check";
import { expect, it } from "vitest";
import type { MessageStore } from "../../worker/storage/messages";
import { channelOf, openStore } from "./support/stored";

const [ada, ben] = [
  { id: "a", name: "Ada" },
  { id: "b", name: "Ben" },
];
const MAX = 20; // messages

it("W3 W6 after any writes, changes and trims, a resume returns all changes, or nothing is resumed", async () => {
  const operation = fc.oneof(
    { weight: 6, arbitrary: fc.record({ t: fc.constant("append" as const), count: fc.integer({ min: 1, max: 12 }) }) },
    { weight: 3, arbitrary: fc.record({ t: fc.constantFrom("edit", "delete", "react"), which: fc.nat(60) }) },
    { weight: 3, arbitrary: fc.record({ t: fc.constantFrom("trim", "evict") }) },
  );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 40, size: "max" }), async (operations) => {
      await runInDurableObject(channelOf(`property/${run++}`), (_channel, { storage }) => {
        const open = () => openStore(storage, "stored", MAX);
        let store = open();
        const changes = new Map<number, number>(); // seq of the latest change, by id
        let seq = 0;
        for (const step of operations) {
          const id = "which" in step ? [...changes.keys()].at(-1 - step.which) : undefined;
          if ("count" in step) {
            for (let i = 0; i < step.count; i++) {
              store.append(ada, `${seq}`, "hello", 1);
              changes.set(++seq, seq);
            }
          } else if (step.t === "trim") store.trim();
          else if (step.t === "evict") store = open();
          else if (id !== undefined && change(store, step.t, id, seq)) changes.set(id, ++seq);
          expect(store.seq).toBe(seq);
        }
        const kept = store.before(Number.MAX_SAFE_INTEGER, 1_000).messages.map(({ id }) => id);
        expect(kept).toEqual([...changes.keys()].slice(-kept.length || Infinity));
        for (let since = 0; since <= seq; since++) {
          const missed = [...changes.entries()].filter(([, changed]) => changed > since).sort(([, a], [, b]) => a - b);
          const resumed = store.since(since);
          if (resumed) expect(resumed.map((message) => [message.id, message.seq])).toEqual(missed);
        }
        expect(store.since(seq)).toEqual([]);
      });
    }),
    { numRuns: 100 },
  );
}, 60_000);

/** Returns whether the message changed. It does not if it was deleted or already has this state. */
function change(store: MessageStore, t: string, id: number, seq: number): boolean {
  try {
    if (t === "edit") return store.edit(ada.id, id, `as of ${seq}`, 1).changed;
    if (t === "delete") return store.delete(ada.id, id).changed;
    return store.react(ben.id, id, "👍", true).changed;
  } catch {
    return false;
  }
}
