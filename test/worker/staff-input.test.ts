/** Staff events that are malformed, or from somebody without a role: nothing is stored, nothing is broadcast (W14, W21–W28). */
import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import fc from "../support/fast-check";
import { parse } from "../../src/shared/parse";
import { connectionOf } from "../../worker/peer";
import type { TestPeer } from "./support/peer";
import { startedChannel } from "./support/staff";
import { channelOf } from "./support/stored";

const USER = "abcdefghijklmnop";

/** For each event: a valid one, and data that is not. */
const EVENTS: [t: string, valid: object, invalid: unknown[]][] = [
  ["invite", { role: "member", uses: 1, for: 60 }, [
    {}, { role: "host", uses: 1, for: 60 }, { role: "none", uses: 1, for: 60 }, { role: "member", uses: 0, for: 60 },
    { role: "member", uses: 1_001, for: 60 }, { role: "member", uses: 1.5, for: 60 }, { role: "member", uses: 1, for: 59 },
    { role: "member", uses: 1, for: 31_536_001 }, { role: "member", uses: 1, for: "60" },
  ]],
  ["revoke", { id: 1 }, [{}, { id: 0 }, { id: -1 }, { id: "1" }, { id: 1e300 }]],
  ["role", { user: USER, role: "moderator" }, [
    {}, { user: USER }, { user: USER, role: "host" }, { user: "short", role: "none" }, { user: 7, role: "none" },
  ]],
  ["restore", { id: 1 }, [{}, { id: null }]],
  ["purge", { user: USER, since: 0 }, [{}, { user: USER }, { user: USER, since: -1 }, { user: USER, since: "0" }]],
  ["mute", { user: USER, for: 60 }, [
    {}, { user: USER }, { user: USER, for: -1 }, { user: USER, for: 2_592_001 }, { user: USER, for: 0.5 }, { user: [USER], for: 1 },
  ]],
  ["ban", { user: USER, for: 60 }, [
    {}, { user: USER, for: 0 }, { user: USER, for: 31_536_001 }, { user: USER, for: 60, purge: -1 }, { user: USER, for: 60, purge: "all" },
  ]],
  ["unban", { user: USER }, [{}, { user: "" }, { user: `${USER}x` }]],
  ["record", {}, [{ before: "x" }, { limit: 0 }, { limit: 101 }]],
  ["resolve", { id: 1 }, [{}, { id: [] }]],
  ["set", { slow: 1 }, [{}, { slow: "1" }]],
  ["redeem", { key: "x" }, [{}, { key: 7 }]],
  ["report", { id: 1, reason: "x" }, [{}, { id: 1, reason: 7 }]],
]; // prettier-ignore

/** All that the channel stores, except the count of this day's messages. */
const everything = (channel: string) =>
  runInDurableObject(channelOf(channel), (_channel, { storage: { sql, kv } }) => [
    ...sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'")
      .toArray()
      .map(({ name }) => [name, sql.exec(`SELECT * FROM ${name}`).toArray()]),
    [...kv.list()],
  ]);

/** The events that a peer has received, by type. */
async function typesSince(peer: TestPeer, start: number): Promise<string[]> {
  await peer.refused({ t: "nonsense" });
  return peer.frames
    .slice(start)
    .flatMap((frame) => [JSON.parse(frame) as { t: string } | { t: string }[]].flat())
    .map(({ t }) => t);
}

describe.each(EVENTS)("W14 %s", (t, valid, invalid) => {
  it.each(invalid)(`W14 ${t} with %j is invalid`, (d) => {
    expect(parse(JSON.stringify({ t, d }))).toMatchObject({ code: "invalid" });
  });

  it(`W14 ${t} as the rules say is an event`, () => {
    expect(parse(JSON.stringify({ t, d: valid, ref: "r" }))).toMatchObject({ t, d: valid, ref: "r" });
  });
});

it("W21 each staff event from somebody without a role is forbidden: nothing is stored, nothing broadcast", async () => {
  const [owner, ben] = await startedChannel("staff/without");
  const before = await everything("staff/without");
  await typesSince(owner, 0);
  const start = owner.frames.length;
  const user = owner.you.id;
  for (const [t, d] of [
    ...EVENTS.filter(([t]) => t !== "redeem" && t !== "report"),
    ["sanctions", {}],
    ["kept", {}],
    ["reports", {}],
  ] as const)
    expect(await ben.refused({ t, d: { ...d, ...("user" in d && { user }) } })).toMatchObject({
      code: "forbidden",
      reason: "not_staff",
    });
  expect(await typesSince(owner, start)).toEqual(["error"]); // the answer to the probe
  expect(await everything("staff/without")).toEqual(before);
});

it("W21 10,000 fuzzed frames from somebody without a role change nothing", async () => {
  const [owner, ben] = await startedChannel("staff/fuzz");
  const before = await everything("staff/fuzz");
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const value = fc.oneof(
    fc.constantFrom<unknown>(
      owner.you.id,
      USER,
      "owner",
      "moderator",
      "member",
      "none",
      "all",
      "staff",
      0,
      1,
      60,
      -1,
      1e9,
      [],
      [1],
    ),
    fc.jsonValue(),
  );
  const types = [...EVENTS.map(([t]) => t).filter((t) => t !== "report"), "sanctions", "kept", "reports", "delete", "edit"];
  const fields = [
    "user",
    "role",
    "for",
    "uses",
    "id",
    "key",
    "since",
    "purge",
    "slow",
    "topic",
    "pins",
    "write",
    "read",
    "keep",
    "text",
  ];
  const frame = fc.record({
    t: fc.constantFrom(...types),
    d: fc.dictionary(fc.constantFrom(...fields), value),
    ref: fc.constantFrom("r", undefined),
  });
  await runInDurableObject(channelOf("staff/fuzz"), async (channel, ctx) => {
    const socket = ctx.getWebSockets().find((socket) => connectionOf(socket).identity.user === ben.you.id)!;
    for (const event of fc.sample(frame, { numRuns: 10_000, seed: 15 })) {
      vi.setSystemTime(Date.now() + 5_000); // so that no limit closes the socket, and each frame is handled
      await channel.webSocketMessage(socket, JSON.stringify(event));
    }
  });
  expect(await everything("staff/fuzz")).toEqual(before);
  expect(await ben.sendMessage("still open")).toMatchObject({ text: "still open" });
});
