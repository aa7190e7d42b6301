/** An answer to one peer names its question by `ref` (W14). */
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { MAX_REF } from "../../src/shared/protocol";
import { MessageStore } from "../../worker/storage/messages";
import { join, type TestPeer } from "./support/peer";
import { makeKnown } from "./support/stored";

const REF = "question 1";

/** A channel in which Ada has written message 1 and Ben listens. */
async function channel(name: string): Promise<{ ada: TestPeer; ben: TestPeer }> {
  const [ada, ben] = [await join(name, { name: "Ada" }), await join(name, { name: "Ben" })];
  await ada.sendMessage("hello");
  await ben.nextOf("chat");
  return { ada, ben };
}

describe("an error carries the ref of the event that it rejects", () => {
  it.each([
    ["unknown_type", { t: "nonsense" }],
    ["invalid", { t: "edit", d: { id: 1 } }, "bad_edit"],
    ["invalid", { t: "chat", d: { text: "no cid" } }, "bad_cid"],
    ["empty", { t: "edit", d: { id: 1, text: " " } }],
    ["too_long", { t: "chat", d: { cid: "c1", text: "x".repeat(4_001) } }],
    ["not_found", { t: "delete", d: { id: 99 } }],
    ["not_found", { t: "chat", d: { cid: "c1", text: "a reply", reply: 99 } }],
    ["invalid", { t: "history", d: { before: "1" } }, "bad_before"],
    ["empty", { t: "name", d: { name: "" } }, "empty_name"],
    ["too_long", { t: "name", d: { name: "x".repeat(33) } }, "long_name"],
  ])("W14 %s: %o; and the reason %s, if the code has several messages", async (code, event, reason?: string) => {
    const { ada } = await channel("ref/errors");
    const { cid } = ("d" in event ? event.d : {}) as { cid?: string };
    expect(await ada.refused({ ...event, ref: REF })).toEqual({
      code,
      ...(reason && { reason }),
      message: expect.any(String),
      ref: REF,
      ...(cid !== undefined && { cid }),
    });
  });

  it("W14 forbidden: another user's message", async () => {
    const { ben } = await channel("ref/forbidden");
    expect(await ben.refused({ t: "delete", d: { id: 1 }, ref: REF })).toMatchObject({ code: "forbidden", ref: REF });
  });

  it("W14 rate_limited: the second of two typing events, with the time to wait", async () => {
    vi.useFakeTimers({ toFake: ["Date"] }); // or a slow machine may wait long enough
    onTestFinished(() => void vi.useRealTimers());
    const { ada } = await channel("ref/typing");
    ada.send({ t: "typing", ref: "first" });
    expect(await ada.refused({ t: "typing", ref: REF })).toMatchObject({
      code: "rate_limited",
      ref: REF,
      retryAfter: expect.any(Number),
    });
  });

  it("W14 rate_limited: the eleventh message at once, with its cid and the time to wait", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const ada = await join("ref/chats");
    await makeKnown("ref/chats", ada);
    for (let i = 1; i <= 10; i++) ada.send({ t: "chat", d: { cid: `${i}`, text: "hello" } });
    expect(await ada.refused({ t: "chat", d: { cid: "11", text: "hello" }, ref: REF })).toEqual({
      code: "rate_limited",
      message: expect.any(String),
      cid: "11",
      ref: REF,
      retryAfter: expect.any(Number),
    });
  });

  it("W14 storage: a message that cannot be stored, with its cid", async () => {
    const { ada } = await channel("ref/storage");
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    onTestFinished(() => void vi.restoreAllMocks());
    vi.spyOn(MessageStore.prototype, "append").mockImplementationOnce(() => {
      throw new Error("the disk is full");
    });
    expect(await ada.refused({ t: "chat", d: { cid: "c3", text: "hello" }, ref: REF })).toEqual({
      code: "storage",
      message: expect.any(String),
      cid: "c3",
      ref: REF,
    });
  });
});

it("W14 W8 a page carries the ref of its request", async () => {
  const { ada } = await channel("ref/page");
  ada.send({ t: "history", d: { before: 2, limit: 1 }, ref: REF });
  expect((await ada.nextOf("page")).d).toMatchObject({ before: 2, messages: [{ id: 1 }], ref: REF });
});

it.each([
  ["chat", { t: "chat", d: { cid: "again", text: "hello" } }],
  ["edit", { t: "edit", d: { id: 1, text: "hello" } }],
  ["react", { t: "react", d: { id: 1, emoji: "👍", on: false } }],
  ["name", { t: "name", d: { name: "Ada" } }],
] as const)("W14 the answer to a repeated %s, which goes to one peer alone, carries its ref", async (t, event) => {
  const { ada } = await channel(`ref/repeated-${t}`);
  if (t === "chat") {
    ada.send(event);
    await ada.nextOf("chat");
  }
  ada.send({ ...event, ref: REF });
  expect((await ada.nextOf(t === "name" ? "name" : "chat")).d).toMatchObject({ ref: REF });
});

it("W14 the answer to a repeated delete carries its ref, and others do not get it", async () => {
  const { ada, ben } = await channel("ref/repeated-delete");
  ada.send({ t: "delete", d: { id: 1 } });
  await ada.nextOf("chat");
  ada.send({ t: "delete", d: { id: 1 }, ref: REF });
  expect((await ada.nextOf("chat")).d).toMatchObject({ id: 1, deleted: true, ref: REF });
  await ben.sendMessage("next");
  expect(ben.frames.join()).not.toContain(REF);
});

it("W14 an event that goes to everyone carries no ref, not even to its sender", async () => {
  const { ada, ben } = await channel("ref/everyone");
  ada.send({ t: "chat", d: { cid: "c2", text: "new" }, ref: REF });
  ada.send({ t: "edit", d: { id: 1, text: "edited" }, ref: REF });
  ada.send({ t: "name", d: { name: "Countess" }, ref: REF });
  for (const peer of [ada, ben])
    for (const t of ["chat", "chat", "name"] as const) expect((await peer.nextOf(t)).d).not.toHaveProperty("ref");
});

it.each([7, null, true, {}, [], "", "x".repeat(MAX_REF + 1)])("W14 the ref %j is invalid, and nothing is stored", async (ref) => {
  const { ada } = await channel("ref/invalid");
  const refusal = await ada.refused(JSON.stringify({ t: "chat", d: { cid: "c9", text: "not stored" }, ref }));
  expect(refusal).toEqual({ code: "invalid", reason: "bad_ref", message: expect.any(String), cid: "c9" });
  expect((await join("ref/invalid")).welcome.messages.map(({ text }) => text)).not.toContain("not stored");
});

it("W14 a ref of 64 characters is valid; without a ref, the answer has none", async () => {
  const { ada } = await channel("ref/length");
  expect(await ada.refused({ t: "delete", d: { id: 99 }, ref: "x".repeat(MAX_REF) })).toMatchObject({ ref: "x".repeat(MAX_REF) });
  expect(await ada.refused({ t: "delete", d: { id: 99 } })).not.toHaveProperty("ref");
});
