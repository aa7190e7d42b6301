/** W19: how much one user may do, and that a refusal says when to try again. */
import { expect, it } from "vitest";
import { Bucket } from "../../worker/limits";
import { join, someone } from "./peer";

it("W19 a bucket gives its burst at once, then as much as its rate refills", () => {
  const bucket = new Bucket({ burst: 3, perSecond: 2 });
  expect([bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([0, 0, 0]);
  expect(bucket.take(0)).toBe(500);
  expect(bucket.take(499)).toBe(1);
  expect(bucket.take(500)).toBe(0);
  expect(bucket.isFull(1_999)).toBe(false);
  expect(bucket.isFull(2_000)).toBe(true);
});

it("W19 10 messages at once, the eleventh is refused with the time to wait, and nothing of it is stored", async () => {
  const [ada, ben] = [await join("w19/chat"), await join("w19/chat")];
  for (let i = 1; i <= 10; i++) await ada.says(`${i}`);
  const refusal = await ada.refused({ t: "chat", d: { cid: "11", text: "one too many" } });
  expect(refusal).toMatchObject({ code: "rate_limited", cid: "11" });
  expect(refusal.retryAfter).toBeGreaterThan(0);
  expect(refusal.retryAfter).toBeLessThanOrEqual(500);
  expect((await ben.says("not me")).seq).toBe(11);
  await new Promise((resolve) => setTimeout(resolve, refusal.retryAfter));
  expect((await ada.says("after the wait")).seq).toBe(12);
});

it("W19 a user's peers share one limit", async () => {
  const cookie = someone();
  const tabs = await Promise.all([join("w19/tabs", { cookie }), join("w19/tabs", { cookie })]);
  for (let i = 0; i < 10; i++) await tabs[i % 2]!.says(`${i}`);
  expect(await tabs[0]!.refused({ t: "chat", d: { cid: "11", text: "too many" } })).toMatchObject({ code: "rate_limited" });
});

it("W19 20 changes at once: edits, deletes, reactions, renames and pages together", async () => {
  const ada = await join("w19/changes");
  const { id } = await ada.says("hello");
  // Half as many again, because some of it comes back while the machine is busy
  for (let i = 0; i < 15; i++) {
    ada.send({ t: "react", d: { id, emoji: "👍", on: i % 2 === 0 } });
    ada.send({ t: "history", d: { before: 1, limit: 1 } });
  }
  const refusal = (await ada.nextOf("error")).d;
  expect(refusal).toMatchObject({ code: "rate_limited", retryAfter: expect.any(Number) });
  expect((await ada.says("messages have a limit of their own")).text).toContain("their own");
});

it("W15 1008 for a peer that goes on 100 times in a minute after it was told to wait; the others are unharmed", async () => {
  const [eve, ada] = await Promise.all([join("w15/flood"), join("w15/flood")]);
  for (let i = 0; i < 1_000; i++) eve.send({ t: "chat", d: { cid: `${i}`, text: "spam" } });
  expect((await eve.closed).code).toBe(1008);
  expect((await ada.says("hello")).text).toBe("hello");
  const errors = eve.frames.flatMap((frame): { t: string }[] => JSON.parse(frame)).filter(({ t }) => t === "error");
  expect(errors).toHaveLength(100);
});
