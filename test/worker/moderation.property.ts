/** Whatever staff, others and newcomers do: nobody without a role changes a setting or a message of others, and everyone sees the same. */
import fc from "../support/fast-check";
import { expect, it, vi } from "vitest";
import { EMPTY, fold } from "../../src/channel/timeline";
import type { Message, ServerEvent, Settings, Snapshot } from "../../src/shared/protocol";
import type { TestPeer } from "./support/peer";
import { joinAs } from "./support/staff";
import { evict, snapshotOf } from "./support/stored";

const RUNS = 60;

/** Public ids have 16 characters. */
const idOf = (name: string) => name.padEnd(16, "-");
const USERS = ["owner", "mod", "ann", "bob"].map(idOf);
const HOST = idOf("host");

// Only presence waits that long, and an eviction would wait for it
const { setTimeout } = globalThis;
vi.stubGlobal("setTimeout", (run: () => void, ms = 0) => (ms < 500 ? setTimeout(run, ms) : undefined));

const actor = fc.nat(5); // one of the users, the host, or the newest newcomer
const user = fc.constantFrom(...USERS, HOST, idOf("nobody"));
const id = fc.integer({ min: 1, max: 12 });
const seconds = fc.constantFrom(0, 60, 3_600);
const event = (t: string, weight: number, d: Record<string, fc.Arbitrary<unknown>>) => ({
  weight,
  arbitrary: fc.record({ actor, t: fc.constant(t), d: fc.record(d) }),
});
const step = fc.oneof(
  event("chat", 8, { cid: fc.uuid(), text: fc.constantFrom("hi", "spam") }),
  event("edit", 2, { id, text: fc.constantFrom("edited", "more") }),
  event("delete", 4, { id }),
  event("react", 2, { id, emoji: fc.constantFrom("👍", "👎"), on: fc.boolean() }),
  event("restore", 3, { id }),
  event("purge", 2, { user, since: fc.constant(0) }),
  event("set", 4, {
    topic: fc.constantFrom("a", "b"),
    pins: fc.uniqueArray(id, { maxLength: 2 }),
    write: fc.constantFrom("all", "known", "staff"),
  }),
  event("set", 1, { keep: fc.constantFrom(0, 3_600), read: fc.constantFrom("all", "all", "members") }),
  event("role", 3, { user, role: fc.constantFrom("member", "moderator", "owner", "none") }),
  event("mute", 2, { user, for: seconds }),
  event("ban", 2, { user, for: seconds }),
  event("unban", 2, { user }),
  event("invite", 1, { role: fc.constantFrom("member", "moderator", "owner"), uses: fc.constant(1), for: fc.constant(60) }),
  event("redeem", 1, { key: fc.constant("A".repeat(22)) }),
  event("report", 1, { id, reason: fc.constant("x") }),
  event("resolve", 1, { id }),
  { weight: 2, arbitrary: fc.constant({ t: "evict" as const }) },
  { weight: 2, arbitrary: fc.constant({ t: "newcomer" as const }) },
);

it(`W21 W25 W29 after any sequence of acts, everyone's timeline and settings equal a fresh load (${RUNS} runs)`, async () => {
  let runs = 0;
  const seen = { steps: 0, byStaff: 0, byOthers: 0, closed: 0 };
  const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: "max" }), async (steps) => {
    const channel = `moderation/${runs++}`;
    const peers = new Map<string, TestPeer>();
    const enter = (user: string) =>
      joinAs({ channel, user, name: user.replaceAll("-", ""), place: user.slice(0, 4), isHost: user === HOST })
        .then((peer) => void peers.set(user, peer))
        .catch(() => void peers.delete(user)); // banned, or the channel is private
    for (const user of [...USERS, HOST]) await enter(user);
    await peers.get(USERS[0]!)!.sendMessage("the first");
    await peers.get(USERS[0]!)!.ask({ t: "role", d: { user: USERS[1]!, role: "moderator" } });
    let newest = USERS[3]!;
    for (const [index, step] of steps.entries()) {
      seen.steps++;
      if (step.t === "evict") await evict(channel);
      else if (step.t === "newcomer") await enter((newest = idOf(`new${index}`)));
      else if ("actor" in step) {
        const by = [...USERS, HOST, newest][step.actor]!;
        if (!peers.has(by)) await enter(by);
        const peer = peers.get(by);
        if (!peer) continue;
        const before = await stateFor(channel);
        const hasRole = by === HOST || before.settings!.staff.some(({ id }) => id === by);
        await Promise.race([peer.ask(step), peer.closed, settled(peer)]);
        await Promise.all([...peers.values()].map((peer) => Promise.race([settled(peer), peer.closed])));
        for (const [user, peer] of peers) {
          if (!isClosed(peer)) continue;
          peers.delete(user);
          seen.closed++;
        }
        if (hasRole) seen.byStaff++;
        else {
          seen.byOthers++;
          const after = await stateFor(channel);
          // Except that the author's deletion of a pinned message unpins it
          expect({ ...after.settings, pins: [], quotes: [] }).toEqual({ ...before.settings, pins: [], quotes: [] });
          expect(ofOthers(after, by)).toEqual(ofOthers(before, by));
        }
      }
    }
    const fresh = await stateFor(channel);
    for (const [user, peer] of peers) {
      await settled(peer);
      expect([user, messagesSeenBy(peer)]).toEqual([user, fresh.messages]);
      expect([user, settingsSeenBy(peer)]).toEqual([user, fresh.settings]);
    }
  });
  await fc.assert(property, { numRuns: RUNS, seed: 20_261_127, interruptAfterTimeLimit: 200_000 });
  console.info(`acts: ${JSON.stringify({ runs, ...seen })}`);
  expect(runs).toBeGreaterThan(RUNS / 10); // a slow machine does not finish all
}, 260_000);

/** The state that a host sees who loads the page now. */
const stateFor = (channel: string): Promise<Snapshot> => snapshotOf(channel, HOST, true);

/** Waits until the peer has received all that was broadcast before. */
async function settled(peer: TestPeer): Promise<void> {
  if (isClosed(peer)) return;
  await peer.ask({ t: "history", d: { before: 1, limit: 1 } });
}

const isClosed = ({ socket }: TestPeer) => socket.readyState !== WebSocket.OPEN;

const eventsOf = (peer: TestPeer) => peer.frames.flatMap((frame) => [JSON.parse(frame) as ServerEvent | ServerEvent[]].flat());

function messagesSeenBy(peer: TestPeer): Message[] {
  return eventsOf(peer).reduce((timeline, event) => fold(timeline, event), EMPTY).messages as Message[];
}

function settingsSeenBy(peer: TestPeer): Settings | undefined {
  return eventsOf(peer).reduce<Settings | undefined>(
    (settings, event) => (event.t === "settings" ? event.d : event.t === "welcome" ? event.d.settings : settings),
    undefined,
  );
}

/** The texts of the messages that others have written, with what was done to them. Everybody may react. */
const ofOthers = ({ messages }: Snapshot, user: string) =>
  messages
    .filter((message) => message.user.id !== user)
    .map(({ id, text, deleted, removed }) => ({ id, text, deleted, removed }));
