/** Limits by address and for newcomers (W30). */
import { runInDurableObject } from "cloudflare:test";
import { afterEach, expect, it, vi } from "vitest";
import { MAX_DAY_OF_ADDRESS } from "../../src/shared/protocol";
import type { TestPeer } from "./support/peer";
import { joinAs } from "./support/staff";
import { channelOf, evict, makeKnown } from "./support/stored";

afterEach(() => void vi.useRealTimers());

/** Stops the clock, so that no token comes back on a slow machine. */
const stopClock = () => vi.useFakeTimers({ toFake: ["Date"] });
const passTime = (ms: number) => vi.setSystemTime(Date.now() + ms);
const chat = (cid: string) => ({ t: "chat", d: { cid, text: cid } });
const DAY = 24 * 60 * 60_000; // ms

/** Peers from `place` whose users have written in the channel before. */
async function knownFrom(channel: string, place: string, count: number): Promise<TestPeer[]> {
  const peers = await Promise.all(Array.from({ length: count }, () => joinAs({ channel, place })));
  await makeKnown(channel, ...peers);
  return peers;
}

it("W30 a newcomer writes 3 messages at once, then one per 2 s, in their first minute", async () => {
  const eve = await joinAs({ channel: "w30/new" });
  stopClock();
  for (const text of ["1", "2", "3"]) await eve.sendMessage(text);
  const refusal = await eve.refused(chat("4"));
  expect(refusal).toMatchObject({ code: "rate_limited", reason: "newcomer", cid: "4", retryAfter: 2_000 });
  passTime(2_000);
  await eve.sendMessage("4");
  expect(await eve.refused(chat("5"))).toMatchObject({ reason: "newcomer" });
  passTime(58_001);
  for (let i = 0; i < 10; i++) await eve.sendMessage(`later ${i}`);
  expect(await eve.refused(chat("too many"))).toMatchObject({ code: "rate_limited" });
});

it("W30 somebody who has written here before is no newcomer", async () => {
  const [ada] = await knownFrom("w30/known", "home", 1);
  stopClock();
  for (let i = 0; i < 10; i++) await ada!.sendMessage(`${i}`);
});

it("W30 all users at one place write 30 messages at once, then 6 a second; others are not affected", async () => {
  const channel = "w30/place";
  const [peers, home] = [await knownFrom(channel, "office", 5), await joinAs({ channel, place: "home" })];
  stopClock();
  for (let i = 0; i < 30; i++) await peers[i % 4]!.sendMessage(`${i}`);
  const last = peers[4]!;
  const refusal = await last.refused(chat("31"));
  expect(refusal).toMatchObject({ code: "rate_limited", reason: "busy_address" });
  expect(refusal.retryAfter).toBe(167);
  await home.sendMessage("from home");
  passTime(1_000);
  for (let i = 0; i < 6; i++) await last.sendMessage(`a second later ${i}`);
  expect(await last.refused(chat("37"))).toMatchObject({ reason: "busy_address" });
});

it("W30 a message that is rejected for its place does not count for the place", async () => {
  const channel = "w30/once";
  const peers = await knownFrom(channel, "office", 4);
  stopClock();
  for (let i = 0; i < 30; i++) await peers[i % 3]!.sendMessage(`${i}`);
  for (let i = 0; i < 9; i++) await peers[3]!.refused(chat(`no ${i}`));
  passTime(500);
  for (let i = 0; i < 3; i++) await peers[i]!.sendMessage(`yes ${i}`);
});

/** Lets a place have sent so many messages today, as if its socket had counted them. */
const sentToday = (channel: string, n: number) =>
  runInDurableObject(channelOf(channel), (_channel, ctx) => {
    for (const socket of ctx.getWebSockets()) {
      const attachment = socket.deserializeAttachment() as { today?: object };
      if (attachment.today) socket.serializeAttachment({ ...attachment, today: { ...attachment.today, n } });
    }
  });

it("W30 a place sends at most 5,000 messages a day, over evictions and closes; the next day is a new one", async () => {
  const leftToday = DAY - (Date.now() % DAY);
  if (leftToday < 60_000) await new Promise((resolve) => setTimeout(resolve, leftToday));
  const channel = "w30/day";
  const [ada, ben] = (await knownFrom(channel, "office", 2)) as [TestPeer, TestPeer];
  await ada.sendMessage("1");
  await sentToday(channel, MAX_DAY_OF_ADDRESS - 2);
  await evict(channel);
  await ada.sendMessage("4,999");
  ada.close();
  await ada.closed;
  await evict(channel);
  await ben.sendMessage("5,000");
  const refusal = await ben.refused(chat("5,001"));
  expect(refusal).toMatchObject({ code: "rate_limited", reason: "full_day" });
  expect(Math.abs(refusal.retryAfter! - (DAY - (Date.now() % DAY)))).toBeLessThan(30_000);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + refusal.retryAfter! });
  await ben.sendMessage("the next day");
});

it("W30 the channel stores no place, except with a ban", async () => {
  const channel = "w30/private";
  const place = "ABCDEFGHIJKLMNOPQRSTUV";
  const ada = await joinAs({ channel, place });
  await ada.sendMessage("hello");
  ada.close();
  await ada.closed;
  const stored = await runInDurableObject(channelOf(channel), (_channel, { storage: { sql } }) =>
    sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'")
      .toArray()
      .map(({ name }) => JSON.stringify(sql.exec(`SELECT * FROM ${name}`).toArray())),
  );
  expect(stored.join()).toContain("hello");
  expect(stored.join()).not.toContain(place.slice(0, 4));
});
