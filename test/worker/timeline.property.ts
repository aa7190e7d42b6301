/** The fold property: after any operations in any order, each client's timeline equals a fresh load. */
import fc from "../support/fast-check";
import { expect, it, vi } from "vitest";
import { quoteOf, type Timeline, timelineOf } from "../../src/channel/timeline";
import type { Message, Quote } from "../../src/shared/protocol";
import { operations, past } from "./support/operations";
import { Simulation } from "./support/Simulation";
import { snapshotOf } from "./support/stored";
import { TestClient } from "./support/TestClient";

const RUNS = 500;
const SEED = 20_260_704;
const RUN_TIMEOUT = 20_000; // ms: a longer run hangs

// Only presence and pings wait that long, and an eviction would wait for them.
const { setTimeout } = globalThis;
vi.stubGlobal("setTimeout", (run: () => void, ms = 0) => (ms < 500 ? setTimeout(run, ms) : undefined));

it(`W3 W4 W6 W7 W8 after any events, all timelines equal each other and a fresh load (${RUNS} runs)`, async () => {
  const seen = { runs: 0, operations: 0, resumed: 0, replaced: 0, skipped: 0 };
  const property = fc.asyncProperty(past, operations, async (past, operations) => {
    await withTimeout(RUN_TIMEOUT, async () => {
      const simulation = await Simulation.create(`fold/${seen.runs++}`, past);
      for (const operation of operations) await simulation.run(operation);
      await expectConvergence(simulation);
      seen.operations += operations.length;
      for (const { welcomes } of simulation.clients)
        for (const kind of ["resumed", "replaced", "skipped"] as const) seen[kind] += welcomes[kind];
    });
  });
  await fc.assert(property, { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: 280_000 });
  expect(seen.runs).toBeGreaterThan(RUNS / 4); // a slow machine does not finish all
  console.info(`the fold property: ${JSON.stringify(seen)}`);
}, 300_000);

async function withTimeout(ms: number, run: () => Promise<void>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not done after ${ms} ms`)), ms);
  await Promise.race([run(), late]).finally(() => clearTimeout(timer));
}

async function expectConvergence(simulation: Simulation): Promise<void> {
  for (const client of simulation.clients) client.goOnline();
  await simulation.settle();
  const stored = await simulation.stored();
  const { seq, ...snapshot } = await snapshotOf(simulation.channel, "eve");
  expectConsistent(stored, seq);

  const fresh = TestClient.connect(simulation.channel, "eve");
  await fresh.settled();
  expectEqual(fresh.timeline, timelineOf(snapshot), "a fresh load is the page's snapshot");

  const clients = [...simulation.clients, fresh];
  for (const client of clients) {
    expectSuffix(client.timeline, stored);
    expectQuotes(client.timeline, stored);
  }
  await Promise.all(clients.map((client) => client.loadAll()));
  for (const client of clients) {
    expectEqual(client.timeline.messages, stored, "paged back to the beginning, it is the whole history");
    expect(client.timeline.epoch).toBe(snapshot.epoch);
    expect(client.gaps, "no seq was left out").toEqual([]);
    expect(client.unechoed, "what was written was echoed or refused").toEqual([]);
    expectStoredOnce(client, stored, simulation.resent);
    client.close();
  }
}

/** Each message is stored once, in the order of writing, unless it was sent again. */
function expectStoredOnce(client: TestClient, stored: readonly Message[], resent: ReadonlySet<string>): void {
  const cids = stored.filter(({ user, cid }) => user.id === client.user && client.written.includes(cid)).map(({ cid }) => cid);
  expect(cids.toSorted()).toEqual(client.written.toSorted());
  expect(cids.filter((cid) => !resent.has(cid))).toEqual(client.written.filter((cid) => !resent.has(cid)));
}

/** Ids rise, no two changes have the same seq, and the last change has the last seq. */
function expectConsistent(stored: readonly Message[], seq: number): void {
  const seqs = stored.map((message) => message.seq);
  expect(new Set(seqs).size).toBe(stored.length);
  expect(Math.max(0, ...seqs)).toBe(seq);
  expect(stored.every(({ id }, i) => id > (stored[i - 1]?.id ?? 0))).toBe(true);
  expect(new Set(stored.map(({ user, cid }) => `${user.id} ${cid}`)).size).toBe(stored.length);
}

function expectSuffix({ messages, more }: Timeline, stored: readonly Message[]): void {
  const from = stored.findIndex(({ id }) => id === messages[0]?.id);
  expectEqual(messages, from < 0 ? [] : stored.slice(from), "a timeline is the history from some message on");
  expect(more, "there is more if its first message is not the very first").toBe(from > 0);
}

/** Each answer has its quote, in the message's current state. */
function expectQuotes(timeline: Timeline, stored: readonly Message[]): void {
  const isAnswer = ({ reply, deleted }: Message) => reply !== undefined && !deleted;
  const states = (of: (id: number) => Quote | undefined) =>
    timeline.messages.filter(isAnswer).map(({ reply }) => {
      const quote = of(reply!);
      return [reply, quote?.user, quote?.text, quote?.deleted];
    });
  const current = (id: number) => stored.find((message) => message.id === id);
  expectEqual(
    states((id) => quoteOf(timeline, id)),
    states(current),
    "each answer quotes the current state",
  );
}

/** As `toEqual`, which takes long for long lists. */
function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual, what).toEqual(expected);
}
