/** W9: who is in the channel. */
import { evictDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ServerEvent, User } from "../../src/shared/protocol";
import { Presence } from "../../worker/channel/presence";
import { Timers } from "../../worker/timers";
import { join } from "./support/peer";
import { channelOf } from "./support/stored";

const [ada, ben] = [
  { id: "a", name: "Ada" },
  { id: "b", name: "Ben" },
];

/** A Presence and the data of the events that it broadcasts. */
function observedPresence() {
  const events: unknown[] = [];
  const presence = new Presence((event: ServerEvent) => events.push("d" in event && event.d), new Timers());
  return { presence, events };
}

const crowd = (count: number): User[] => Array.from({ length: count }, (_, i) => ({ id: `u${i}`, name: `User ${i}` }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("W9 all joins within a second are one event", () => {
  const { presence, events } = observedPresence();
  presence.join("1", ada);
  vi.advanceTimersByTime(0);
  presence.join("2", ben);
  presence.join("3", { id: "c", name: "Cem" });
  vi.advanceTimersByTime(999);
  expect(events).toEqual([{ n: 1, joins: [ada] }]);
  vi.advanceTimersByTime(1);
  expect(events.slice(1)).toEqual([{ n: 3, joins: [ben, { id: "c", name: "Cem" }] }]);
});

it("W9 a user who reconnects within 5 s is not reported as left", () => {
  const { presence, events } = observedPresence();
  presence.join("1", ada);
  presence.join("2", ben);
  vi.advanceTimersByTime(1_000);
  events.length = 0;
  presence.leave("2", ben.id);
  vi.advanceTimersByTime(4_900);
  presence.join("3", ben);
  vi.advanceTimersByTime(60_000);
  expect(events).toEqual([]);
  expect(presence.n).toBe(2);
});

it("W9 a user who stays away is reported as left after 5 s, once", () => {
  const { presence, events } = observedPresence();
  presence.join("1", ada);
  presence.join("2", ben);
  vi.advanceTimersByTime(1_000);
  events.length = 0;
  presence.leave("2", ben.id);
  vi.advanceTimersByTime(5_000);
  expect(events).toEqual([{ n: 1, leaves: ["b"] }]);
  vi.advanceTimersByTime(60_000);
  expect(events).toHaveLength(1);
});

it("W9 n is correct in every event, also during a grace period", () => {
  const { presence, events } = observedPresence();
  presence.join("1", ada);
  presence.join("2", ben);
  vi.advanceTimersByTime(1_000);
  presence.leave("2", ben.id);
  presence.join("3", { id: "c", name: "Cem" });
  presence.join("4", ada);
  vi.advanceTimersByTime(1_000);
  expect(events.at(-1)).toEqual({ n: 3, joins: [{ id: "c", name: "Cem" }] });
  presence.join("5", ben);
  vi.advanceTimersByTime(1_000);
  expect(events.at(-1)).toEqual({ n: 4 });
});

it("W9 a second tab and its closing change only n", () => {
  const { presence, events } = observedPresence();
  presence.join("1", ada);
  vi.advanceTimersByTime(1_000);
  presence.join("2", ada);
  vi.advanceTimersByTime(1_000);
  presence.leave("2", ada.id);
  vi.advanceTimersByTime(1_000);
  expect(events.slice(1)).toEqual([{ n: 2 }, { n: 1 }]);
});

it("W9 above 50 users, people are only counted", () => {
  const { presence, events } = observedPresence();
  for (const user of crowd(51)) presence.join(`peer of ${user.id}`, user);
  vi.advanceTimersByTime(1_000);
  expect(events).toEqual([{ n: 51 }]);
  expect(presence.users()).toHaveLength(50);
});

it("W9 joins and leaves during counting are reported as soon as people are listed again", () => {
  const { presence, events } = observedPresence();
  const [first, ...others] = crowd(50) as [User, ...User[]];
  for (const user of [first, ...others]) presence.join(`peer of ${user.id}`, user);
  vi.advanceTimersByTime(1_000);
  for (const user of [ada, ben]) presence.join(`peer of ${user.id}`, user);
  vi.advanceTimersByTime(1_000);
  presence.leave(`peer of ${first.id}`, first.id);
  presence.leave(`peer of ${ada.id}`, ada.id);
  presence.join("peer of c", { id: "c", name: "Cem" });
  vi.advanceTimersByTime(6_000);
  presence.rename({ id: "b", name: "Benjamin" });
  presence.join("back", first);
  vi.advanceTimersByTime(6_000);
  expect(events.slice(1).every((event) => Object.keys(event as object).join() === "n")).toBe(true);

  for (const user of others.slice(0, 3)) presence.leave(`peer of ${user.id}`, user.id);
  vi.advanceTimersByTime(6_000);
  const here = [...others.slice(3), { id: "b", name: "Benjamin" }, { id: "c", name: "Cem" }, first];
  const gone = [ada, ...others.slice(0, 3)];
  expect(events.at(-1)).toEqual({ n: 49, joins: here, leaves: gone.map(({ id }) => id) });
  presence.leave("back", first.id);
  vi.advanceTimersByTime(6_000);
  expect(events.at(-1)).toEqual({ n: 48, leaves: [first.id] });
});

it("W9 at most 1,000 leaves during counting are remembered", () => {
  const { presence, events } = observedPresence();
  const users = crowd(1_300);
  for (const user of users) presence.join(`peer of ${user.id}`, user);
  vi.advanceTimersByTime(1_000);
  for (const user of users.slice(0, 100)) presence.leave(`peer of ${user.id}`, user.id);
  vi.advanceTimersByTime(6_000);
  for (const user of users.slice(100, 1_290)) presence.leave(`peer of ${user.id}`, user.id);
  vi.advanceTimersByTime(6_000);
  const { n, leaves, joins } = events.at(-1) as { n: number; leaves?: string[]; joins: User[] };
  expect([n, joins.length, leaves?.length ?? 0]).toEqual([10, 10, 1_000]);
});

it("W9 no timer runs if there is nothing to broadcast, so the object can hibernate", () => {
  const { presence } = observedPresence();
  presence.join("1", ada);
  presence.leave("1", ada.id);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect(vi.getTimerCount()).toBe(0);
});

it("W9 a peer that left while the object slept is reported as left", async () => {
  vi.useRealTimers();
  const [first, second] = [await join("w9/asleep", { name: "Ada" }), await join("w9/asleep", { name: "Ben" })];
  await first.sendMessage("awake");
  await evictDurableObject(channelOf("w9/asleep"));
  second.close();
  for (;;) {
    const { d } = await first.nextOf("presence");
    if (d.n === 1) return expect(d.leaves).toEqual([second.you.id]);
  }
});

it("W9 after an eviction the count comes from the live sockets", async () => {
  vi.useRealTimers();
  await Promise.all([join("w9/wake"), join("w9/wake")]);
  await evictDurableObject(channelOf("w9/wake"));
  const third = await join("w9/wake");
  expect([third.welcome.n, third.welcome.users.length]).toEqual([3, 3]);
});
