/** W19: the rate limits of a user, and the time to wait in their errors. */
import { expect, it, onTestFinished, vi } from "vitest";
import { limitsScale } from "../../worker/env";
import { Bucket } from "../../worker/Bucket";
import { RateLimits } from "../../worker/channel/rate-limits";
import { Rejection } from "../../worker/Rejection";
import { join, newUserCookie } from "./support/peer";
import { makeKnown } from "./support/stored";

it("W19 a bucket gives its burst at once, then refills at its rate", () => {
  const bucket = new Bucket({ burst: 3, perSecond: 2 });
  expect([bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([0, 0, 0]);
  expect(bucket.take(0)).toBe(500);
  expect(bucket.take(499)).toBe(1);
  expect(bucket.take(500)).toBe(0);
  expect(bucket.isFull(1_999)).toBe(false);
  expect(bucket.isFull(2_000)).toBe(true);
});

it.each([
  ["chat", 10, 500],
  ["change", 20, 250],
] as const)("W19 %s: %i at once, one more %i ms later, separately for each user", (kind, burst, interval) => {
  const limits = new RateLimits(1);
  for (let i = 0; i < burst; i++) limits.count("ada", kind);
  const wait = refusalOf(() => limits.count("ada", kind))?.details().retryAfter;
  expect(wait).toBeGreaterThan(interval - 100);
  expect(wait).toBeLessThanOrEqual(interval);
  limits.count("ben", kind);
  limits.count("ada", kind === "chat" ? "change" : "chat");
});

it("W19 LIMITS_SCALE multiplies the burst and the rate; anything but a number above 1 counts as 1", () => {
  const limits = new RateLimits(limitsScale({ LIMITS_SCALE: "2" }));
  for (let i = 0; i < 20; i++) limits.count("ada", "chat");
  expect(refusalOf(() => limits.count("ada", "chat"))?.details().retryAfter).toBeLessThanOrEqual(250);
  for (const LIMITS_SCALE of [undefined, "", "0", "-5", "0.1", "many"])
    expect([LIMITS_SCALE, limitsScale({ ...(LIMITS_SCALE !== undefined && { LIMITS_SCALE }) })]).toEqual([LIMITS_SCALE, 1]);
});

/** Stops the clock until the end of the test, so that no token comes back on a slow machine. */
function stopClock(): void {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
}

it("W19 10 messages at once are accepted; more are rejected with the time to wait, and not stored", async () => {
  stopClock();
  const [ada, ben] = [await join("w19/chat"), await join("w19/chat")];
  await makeKnown("w19/chat", ada);
  for (let i = 1; i <= 15; i++) ada.send({ t: "chat", d: { cid: `${i}`, text: `${i}` } });
  const refusal = (await ada.nextOf("error")).d;
  expect(refusal.code).toBe("rate_limited");
  expect(Number(refusal.cid)).toBeGreaterThan(10);
  expect(refusal.retryAfter).toBeGreaterThan(0);
  expect(refusal.retryAfter).toBeLessThanOrEqual(500);
  await ben.sendMessage("not me");
  const stored = (await join("w19/chat")).welcome.messages.map(({ cid }) => cid);
  expect(stored).toEqual(expect.arrayContaining(["1", "10"]));
  expect(stored).not.toContain(refusal.cid);
  vi.setSystemTime(Date.now() + refusal.retryAfter!);
  expect((await ada.sendMessage("after the wait")).text).toBe("after the wait");
});

it("W19 a user's peers share one limit", async () => {
  stopClock();
  const cookie = newUserCookie();
  const [tab, other] = await Promise.all([join("w19/tabs", { cookie }), join("w19/tabs", { cookie })]);
  await makeKnown("w19/tabs", tab);
  for (let i = 0; i < 15; i++) (i % 2 === 0 ? tab : other).send({ t: "chat", d: { cid: `${i}`, text: "hello" } });
  expect((await Promise.race([tab.nextOf("error"), other.nextOf("error")])).d.code).toBe("rate_limited");
});

it.each([
  ["edit", (id: number, i: number) => ({ id, text: `${i}` })],
  ["delete", (id: number) => ({ id })],
  ["react", (id: number, i: number) => ({ id, emoji: "👍", on: i % 2 === 0 })],
  ["name", (_id: number, i: number) => ({ name: `Ada ${i}` })],
  ["history", (id: number) => ({ before: id, limit: 1 })],
] as const)("W19 after 20 changes at once from all tabs, %s is rejected; messages have their own limit", async (t, d) => {
  stopClock();
  const cookie = newUserCookie();
  const [tab, other] = await Promise.all([join(`w19/${t}`, { cookie }), join(`w19/${t}`, { cookie })]);
  const { id } = await tab.sendMessage("hello");
  for (let i = 0; i < 30; i++) (i % 2 === 0 ? tab : other).send({ t, d: d(id, i) });
  const refusal = (await Promise.race([tab.nextOf("error"), other.nextOf("error")])).d;
  expect(refusal).toMatchObject({ code: "rate_limited", retryAfter: expect.any(Number) });
  expect((await tab.sendMessage("messages have a limit of their own")).text).toContain("their own");
});

it("W19 joining under another name counts as a change: after 20 of them the user joins under the old name", async () => {
  stopClock();
  const cookie = newUserCookie();
  const peer = await join("w19/renames", { cookie, name: "Ada" });
  for (let i = 1; i <= 24; i++) peer.send({ t: "name", d: { name: `Ada ${i}` } });
  await peer.nextOf("error");
  const { name } = (await join("w19/renames", { cookie, name: "Countess" })).you;
  expect(name).toMatch(/^Ada \d+$/);
});

it("W15 1008 for a peer with 100 rate-limited frames in a minute; others are not affected", async () => {
  const [eve, ada] = await Promise.all([join("w15/flood"), join("w15/flood")]);
  for (let i = 0; i < 1_000; i++) eve.send({ t: "chat", d: { cid: `${i}`, text: "spam" } });
  expect((await eve.closed).code).toBe(1008);
  expect((await ada.sendMessage("hello")).text).toBe("hello");
  const errors = eve.frames.flatMap((frame): { t: string }[] => JSON.parse(frame)).filter(({ t }) => t === "error");
  expect(errors).toHaveLength(100);
});

function refusalOf(use: () => void): Rejection | undefined {
  try {
    use();
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
  return undefined;
}
