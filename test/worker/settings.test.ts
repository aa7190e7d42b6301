/** The settings of a channel (W24). */
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ChangeableSettings, Kept, KeyRole } from "../../src/shared/protocol";
import { join, type TestPeer } from "./support/peer";
import { errorOf, joinAsHost, startedChannel } from "./support/staff";
import { channelOf, evict, makeKnown } from "./support/stored";

const DEFAULT: ChangeableSettings = {
  topic: "",
  pins: [],
  slow: 0,
  write: "all",
  read: "all",
  keep: 0,
  files: "known",
  previews: "on",
};

afterEach(() => void vi.useRealTimers());

const set = (d: object) => ({ t: "set", d });
const give = (owner: TestPeer, peer: TestPeer, role: KeyRole) => owner.ask({ t: "role", d: { user: peer.you.id, role } });
const passTime = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** What the channel stores as settings. */
const storedSettings = (channel: string) =>
  runInDurableObject(channelOf(channel), (_channel, { storage }) => storage.kv.get("settings"));

it("W24 a change reaches everyone as the whole state, and is in the welcome, also after an eviction", async () => {
  const [owner, ben] = await startedChannel("w24/change");
  await ben.nextOf("settings");
  const change = { topic: "  Café plans ", slow: 5, write: "known", keep: 86_400 };
  expect(await owner.ask(set(change))).toMatchObject({ t: "done" });
  const { d } = await ben.nextOf("settings");
  expect(d).toEqual({ ...DEFAULT, ...change, topic: "Café plans", staff: [{ ...owner.you, role: "owner" }] });
  await evict("w24/change");
  expect((await join("w24/change")).welcome.settings).toEqual(d);
});

it("W24 default settings are not stored; a change to what is set already tells and records nothing", async () => {
  const [owner, ben] = await startedChannel("w24/default");
  expect(await storedSettings("w24/default")).toBeUndefined();
  await owner.ask(set({ slow: 5 }));
  expect(await storedSettings("w24/default")).toEqual({ slow: 5 });
  await owner.ask(set({ slow: 0, topic: "" }));
  expect(await storedSettings("w24/default")).toBeUndefined();
  const { length } = ben.frames;
  await owner.ask(set({ slow: 0, pins: [] }));
  await ben.sendMessage("then");
  expect(ben.frames.slice(length).join()).not.toContain("settings");
});

it.each<[string, object]>([
  ["an unknown field", { color: "red" }],
  ["one of several fields that is not valid", { topic: "fine", slow: -1 }],
  ["a topic that is no text", { topic: 7 }],
  ["a topic of two lines", { topic: "one\ntwo" }],
  ["a topic with a line separator", { topic: "one\u2028two" }],
  ["slow mode of more than an hour", { slow: 3_601 }],
  ["slow mode of half a second", { slow: 0.5 }],
  ["somebody else who may write", { write: "nobody" }],
  ["somebody else who may read", { read: "staff" }],
  ["a minute to keep", { keep: 60 }],
  ["more than a year to keep", { keep: 31_536_001 }],
  ["21 pins", { pins: Array.from({ length: 21 }, (_, i) => i + 1) }],
  ["a pin that is no id", { pins: ["1"] }],
  ["nothing", {}],
])("W24 %s is invalid, and nothing changes", async (what, d) => {
  const [owner] = await startedChannel(`w24/bad-${what.replaceAll(" ", "-")}`);
  expect((await errorOf(owner, set(d)))[0]).toBe("invalid");
  expect((await join(owner.welcome.channel)).welcome.settings).toMatchObject(DEFAULT);
});

it("W24 moderators set topic, pins, slow mode and who may write; the rest is for owners, and others set nothing", async () => {
  const [owner, ben] = await startedChannel("w24/who");
  for (const d of [{ topic: "x" }, { staff: [] }]) expect((await errorOf(ben, set(d)))[0]).toBe("forbidden");
  await give(owner, ben, "moderator");
  expect(await errorOf(ben, set({ topic: "x", pins: [1], slow: 1, write: "all" }))).toBe("done");
  for (const d of [{ read: "members" }, { keep: 3_600 }])
    expect(await errorOf(ben, set({ topic: "y", ...d }))).toEqual(["forbidden", "not_owner"]);
  expect((await join("w24/who")).welcome.settings).toMatchObject({ ...DEFAULT, topic: "x", pins: [1], slow: 1 });
  expect((await errorOf(owner, set({ staff: [] })))[0]).toBe("forbidden");
});

it("W24 a topic of 251 UTF-16 units is too_long", async () => {
  const [owner] = await startedChannel("w24/topic");
  expect(await errorOf(owner, set({ topic: "x".repeat(251) }))).toEqual(["too_long", "long_topic"]);
  expect(await errorOf(owner, set({ topic: "x".repeat(250) }))).toBe("done");
});

describe("W24 pins", () => {
  it("W24 are sorted, the newest first, with a quote of each; one that does not exist is not_found", async () => {
    const [owner] = await startedChannel("w24/pins");
    const second = await owner.sendMessage("second");
    expect(await errorOf(owner, set({ pins: [1, 99] }))).toEqual(["not_found", undefined]);
    expect(await errorOf(owner, set({ pins: [1, second.id, 1] }))).toBe("done");
    const { settings } = (await join("w24/pins")).welcome;
    expect(settings!.pins).toEqual([2, 1]);
    expect(settings!.quotes!.map(({ text }) => text)).toEqual(["second", "first"]);
  });

  it("W24 a pinned message that is edited has its new text in the settings of those who come later", async () => {
    const [owner, ben] = await startedChannel("w24/edited-pin");
    await owner.ask(set({ pins: [1] }));
    expect((await join("w24/edited-pin")).welcome.settings!.quotes).toMatchObject([{ text: "first" }]);
    owner.send({ t: "edit", d: { id: 1, text: "second thought" } });
    while ((await ben.nextOf("chat")).d.text !== "second thought");
    expect((await join("w24/edited-pin")).welcome.settings!.quotes).toMatchObject([{ text: "second thought" }]);
  });

  it("W24 a deleted message is no longer pinned", async () => {
    const [owner, ben] = await startedChannel("w24/unpinned");
    await owner.ask(set({ pins: [1] }));
    owner.send({ t: "delete", d: { id: 1 } });
    while ((await ben.nextOf("settings")).d.pins.length === 0);
    while ((await ben.nextOf("settings")).d.pins.length > 0);
    expect((await join("w24/unpinned")).welcome.settings).toMatchObject({ pins: [] });
  });
});

it("W24 in slow mode a user's next message waits, across evictions; staff do not wait, and a repeat is answered", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const [owner, ben] = await startedChannel("w24/slow");
  await owner.ask(set({ slow: 60 }));
  const { cid } = await ben.sendMessage("one");
  await vi.waitFor(() => evict("w24/slow"));
  const refusal = await ben.refused({ t: "chat", d: { cid: "two", text: "two" } });
  expect(refusal).toMatchObject({ code: "rate_limited", reason: "slow_mode", cid: "two" });
  expect(refusal.retryAfter).toBeGreaterThan(50_000);
  ben.send({ t: "chat", d: { cid, text: "one" } });
  expect((await ben.nextOf("chat")).d.text).toBe("one");
  passTime(refusal.retryAfter!);
  expect(await ben.sendMessage("two")).toMatchObject({ text: "two" });
  for (const text of ["a", "b"]) await owner.sendMessage(text);
});

describe("W24 write", () => {
  it("W24 staff: others are forbidden to chat, and are told before they try", async () => {
    const [owner, ben] = await startedChannel("w24/staff");
    await owner.ask(set({ write: "staff" }));
    expect((await ben.nextOf("you")).d.readOnly).toEqual({ reason: "staff_only" });
    expect(await ben.refused({ t: "chat", d: { cid: "1", text: "me too" } })).toMatchObject({
      code: "forbidden",
      reason: "staff_only",
      cid: "1",
    });
    expect((await join("w24/staff")).welcome.you.readOnly).toEqual({ reason: "staff_only" });
    ben.send({ t: "react", d: { id: 1, emoji: "👍", on: true } });
    expect((await ben.nextOf("chat")).d.reactions).toHaveLength(1);
    await owner.ask(set({ write: "all" }));
    expect((await ben.nextOf("you")).d).not.toHaveProperty("readOnly");
    await ben.sendMessage("at last");
  });

  it("W24 known: who wrote before it was set, members and staff may write, also after their messages are gone", async () => {
    const [owner, ben] = await startedChannel("w24/known");
    const [cleo, dan] = [await join("w24/known"), await join("w24/known")];
    await ben.sendMessage("before");
    await owner.ask(set({ write: "known" }));
    expect((await cleo.nextOf("you")).d.readOnly).toEqual({ reason: "known_only" });
    expect(await cleo.refused({ t: "chat", d: { cid: "1", text: "after" } })).toMatchObject({ reason: "known_only" });
    await give(owner, dan, "member");
    await dan.sendMessage("a member");
    await runInDurableObject(channelOf("w24/known"), (_channel, { storage: { sql } }) => {
      sql.exec("UPDATE messages SET at = 1");
    });
    await owner.ask(set({ keep: 3_600 }));
    await runInDurableObject(channelOf("w24/known"), (channel) => channel.alarm());
    expect((await join("w24/known")).welcome.messages).toEqual([]);
    await evict("w24/known");
    expect(await ben.sendMessage("still known")).toMatchObject({ text: "still known" });
    expect(await cleo.refused({ t: "chat", d: { cid: "2", text: "after" } })).toMatchObject({ reason: "known_only" });
  });
});

describe("W24 keep", () => {
  /** Ids of the messages that a fresh load shows. */
  const kept = async (channel: string) => (await join(channel)).welcome.messages.map(({ id }) => id);

  it("W24 messages that are older are deleted while the channel is awake, within a minute", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const [owner, ben] = await startedChannel("w24/awake");
    await owner.ask(set({ keep: 3_600, pins: [1] }));
    passTime(3_000_000);
    await ben.sendMessage("young");
    expect(await kept("w24/awake")).toEqual([1, 2]);
    passTime(660_000); // 61 minutes after the first message
    await ben.sendMessage("awake");
    expect(await kept("w24/awake")).toEqual([2, 3]);
    expect((await join("w24/awake")).welcome.settings!.pins).toEqual([]);
  });

  it("W24 a sleeping channel deletes them by its alarm, within an hour, in batches; without the setting it has no alarm", async () => {
    const [owner, ben] = await startedChannel("w24/asleep");
    await makeKnown("w24/asleep", ben);
    await runInDurableObject(channelOf("w24/asleep"), (_channel, { storage: { sql } }) => {
      sql.exec("UPDATE messages SET at = at - 3_500_000");
      for (let i = 2; i <= 600; i++)
        sql.exec(
          "INSERT INTO messages (id, seq, cid, user, name, text, at, ordinal) VALUES (?, ?, ?, 'x', 'X', 'hi', ?, ?)",
          i, i, `${i}`, Date.now() - 3_500_000, i,
        ); // prettier-ignore
    });
    await evict("w24/asleep");
    await owner.ask(set({ keep: 3_600 }));
    const dueIn = await runInDurableObject(
      channelOf("w24/asleep"),
      async (_channel, { storage }) => (await storage.getAlarm())! - Date.now(),
    );
    expect(dueIn).toBeLessThan(3_600_000);
    for (const peer of [owner, ben]) peer.close();
    await evict("w24/asleep");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_590_000 });
    let alarms = 0;
    while ((await kept("w24/asleep")).length > 0 && alarms++ < 10) await runDurableObjectAlarm(channelOf("w24/asleep"));
    expect(await kept("w24/asleep")).toEqual([]);
  });
});

it("W24 staff are told how many messages are kept, and since when", async () => {
  const [owner, other] = await startedChannel("settings/kept");
  const { at } = await other.sendMessage("second");
  const { d } = await owner.ask({ t: "kept" });
  expect(d).toMatchObject({ messages: 2, since: expect.any(Number) });
  expect((d as Kept).since).toBeLessThanOrEqual(at);
  expect(await errorOf(other, { t: "kept" })).toEqual(["forbidden", "not_staff"]);
  const host = await joinAsHost("settings/kept/empty");
  expect((await host.ask({ t: "kept" })).d).toMatchObject({ messages: 0 });
});
