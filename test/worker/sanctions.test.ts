/** Mutes and bans (W26), the moderation log (W27) and reports (W28). */
import { runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { RecordEntry, Refusal, ServerEvent } from "../../src/shared/protocol";
import { fetchPath, join, type TestPeer, upgrade } from "./support/peer";
import { errorOf, joinAs, joinAsHost, startedChannel } from "./support/staff";
import { channelOf, evict, makeKnown } from "./support/stored";

afterEach(() => void vi.useRealTimers());

const passTime = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
const mute = (peer: TestPeer, seconds: number) => ({ t: "mute", d: { user: peer.you.id, for: seconds } });
const ban = (peer: TestPeer, seconds: number, purge?: number) => ({
  t: "ban",
  d: { user: peer.you.id, for: seconds, ...(purge !== undefined && { purge }) },
});
const chat = (text: string) => ({ t: "chat", d: { cid: text, text } });
const rows = (channel: string, table: string) =>
  runInDurableObject(channelOf(channel), (_channel, { storage: { sql } }) => sql.exec(`SELECT * FROM ${table}`).toArray());

async function entriesFor(peer: TestPeer): Promise<RecordEntry[]> {
  const answer = await peer.ask({ t: "record", d: {} });
  if (answer.t !== "record") throw new Error(JSON.stringify(answer));
  return answer.d.entries;
}

/** The code and the sentence with which an upgrade is closed. Fails if it gets any frame. */
async function closeOfUpgrade(channel: string, cookie: string): Promise<{ code: number; reason: string }> {
  const { status, webSocket } = await upgrade(`/_ws/${channel}`, { Cookie: cookie });
  expect(status).toBe(101);
  return new Promise((resolve, reject) => {
    webSocket!.addEventListener("message", ({ data }) => reject(new Error(`a frame: ${String(data)}`)));
    webSocket!.addEventListener("close", ({ code, reason }) => resolve({ code, reason }));
    webSocket!.accept();
  });
}

describe("W26 a mute", () => {
  it("W26 forbids chat, edit, react, name and typing until it ends, also after an eviction; deleting one's own stays possible", async () => {
    const [owner, ben] = await startedChannel("w26/mute");
    const { id } = await ben.sendMessage("mine");
    expect(await owner.ask(mute(ben, 600))).toMatchObject({ t: "done" });
    const { readOnly } = (await ben.nextOf("you")).d;
    expect(readOnly).toEqual({ reason: "muted", until: expect.any(Number) });
    expect(Math.abs(readOnly!.until! - Date.now() - 600_000)).toBeLessThan(60_000);
    await evict("w26/mute");
    for (const event of [
      chat("x"),
      { t: "edit", d: { id, text: "x" } },
      { t: "react", d: { id: 1, emoji: "👍", on: true } },
      { t: "name", d: { name: "Bob" } },
      { t: "typing" },
    ])
      expect(await ben.refused(event)).toMatchObject({ code: "forbidden", reason: "muted", until: readOnly!.until });
    ben.send({ t: "delete", d: { id } });
    expect((await ben.nextOf("chat")).d.deleted).toBe(true);
    expect((await join("w26/mute", { cookie: ben.cookie, name: "Bob" })).you).toMatchObject({ name: "Ben", readOnly });
    passTime(600_001);
    await ben.sendMessage("again");
  });

  it("W26 of 0 seconds ends it; twice changes and records nothing", async () => {
    const [owner, ben] = await startedChannel("w26/unmute");
    await owner.ask(mute(ben, 600));
    await ben.nextOf("you");
    for (let i = 0; i < 2; i++) expect(await owner.ask(mute(ben, 0))).toMatchObject({ t: "done" });
    expect((await ben.nextOf("you")).d).not.toHaveProperty("readOnly");
    await ben.sendMessage("thanks");
    expect((await entriesFor(owner)).map(({ act }) => act)).toEqual(["unmute", "mute"]);
  });
});

describe("W26 a ban", () => {
  it("W26 closes the user's sockets with 4001 and a sentence, and later upgrades, pages and welcomes", async () => {
    const [owner, ben] = await startedChannel("w26/ban");
    await ben.sendMessage("secret plans");
    const tab = await join("w26/ban", { cookie: ben.cookie });
    expect(await owner.ask(ban(ben, 3_600))).toMatchObject({ t: "done" });
    for (const peer of [ben, tab]) {
      const { code, reason } = await peer.closed;
      expect([code, reason]).toEqual([4001, expect.stringMatching(/^You are banned from this channel until 2\d{3}-/)]);
      expect((await peer.nextOf("error")).d).toMatchObject({ code: "forbidden", reason: "banned", until: expect.any(Number) });
    }
    await evict("w26/ban");
    expect((await closeOfUpgrade("w26/ban", ben.cookie)).code).toBe(4001);
    const page = await fetchPath("/w26/ban", { headers: { Cookie: ben.cookie } });
    const html = await page.text();
    expect([page.status, html.includes("secret"), html.includes("Ada")]).toEqual([403, false, false]);
    expect(JSON.parse(html)).toMatchObject({ refusal: { reason: "banned", until: expect.any(Number) } });
    const welcome = await fetchPath("/api/welcome/w26/ban", { headers: { Cookie: ben.cookie } });
    expect([welcome.status, (await welcome.json<Refusal>()).reason]).toEqual([403, "banned"]);
    expect((await owner.sendMessage("quiet now")).text).toBe("quiet now");
  });

  it("W26 ends by its time or by unban: then its place is stored no longer", async () => {
    const [owner, ben] = await startedChannel("w26/end");
    await owner.ask(ban(ben, 60));
    expect(await rows("w26/end", "banned_places")).toHaveLength(1);
    expect(await owner.ask({ t: "unban", d: { user: ben.you.id } })).toMatchObject({ t: "done" });
    expect(await rows("w26/end", "banned_places")).toEqual([]);
    await join("w26/end", { cookie: ben.cookie });
    await owner.ask(ban(ben, 60));
    passTime(60_001);
    await runInDurableObject(channelOf("w26/end"), (channel) => channel.alarm());
    expect([await rows("w26/end", "banned_places"), await rows("w26/end", "sanctions")]).toEqual([[], []]);
    expect((await join("w26/end", { cookie: ben.cookie })).you.name).toBe("Ben");
  });

  it("W26 with purge removes what they wrote in so many seconds", async () => {
    const [owner, ben] = await startedChannel("w26/purge");
    for (const text of ["one", "two"]) await ben.sendMessage(text);
    await owner.ask(ban(ben, 60, 3_600));
    expect((await join("w26/purge")).welcome.messages.map(({ text }) => text)).toEqual(["first", "", ""]);
  });

  it("W26 W30 newcomers at the banned user's address read and cannot write, for 24 hours at most; known people can", async () => {
    const channel = "w26/address";
    const [owner] = await startedChannel(channel);
    const place = "place-of-the-school22";
    const [troll, pupil] = [await joinAs({ channel, place }), await joinAs({ channel, place })];
    await pupil.sendMessage("I was here before");
    await owner.ask(ban(troll, 30 * 24 * 3_600));
    const next = await joinAs({ channel, place });
    expect(next.welcome.messages.length).toBeGreaterThan(0);
    expect(next.you.readOnly).toEqual({ reason: "banned_address", until: expect.any(Number) });
    expect(await next.refused(chat("me again"))).toMatchObject({
      code: "forbidden",
      reason: "banned_address",
      until: next.you.readOnly!.until,
    });
    expect(await pupil.sendMessage("unaffected")).toMatchObject({ text: "unaffected" });
    await joinAs({ channel, place: "elsewhere" }).then((other) => other.sendMessage("from elsewhere"));
    await evict(channel);
    expect(await next.refused(chat("still?"))).toMatchObject({ reason: "banned_address" });
    passTime(24 * 3_600_000 + 1);
    expect(await next.sendMessage("a day later")).toMatchObject({ text: "a day later" });
  });

  it("W26 a banned user who comes from another address closes that one for newcomers, too", async () => {
    const channel = "w26/moved";
    const [owner] = await startedChannel(channel);
    const troll = await joinAs({ channel, user: "troll-troll-trol", place: "home" });
    await owner.ask(ban(troll, 3_600));
    await expect(joinAs({ channel, user: "troll-troll-trol", place: "cafe" })).rejects.toThrow("no welcome");
    expect(await (await joinAs({ channel, place: "cafe" })).refused(chat("hi"))).toMatchObject({ reason: "banned_address" });
  });

  it("W26 a banned user who comes back does not close an address for newcomers a second time", async () => {
    const channel = "w26/again";
    const [owner] = await startedChannel(channel);
    const troll = await joinAs({ channel, user: "troll-troll-trol", place: "school" });
    await owner.ask(ban(troll, 30 * 24 * 3_600));
    passTime(24 * 3_600_000 + 1);
    await runInDurableObject(channelOf(channel), (object) => object.alarm());
    await expect(joinAs({ channel, user: "troll-troll-trol", place: "school" })).rejects.toThrow("no welcome");
    await (await joinAs({ channel, place: "school" })).sendMessage("a day later");
    passTime(30 * 24 * 3_600_000);
    await runInDurableObject(channelOf(channel), (object) => object.alarm());
    expect(await rows(channel, "banned_places")).toEqual([]);
  });

  it("W26 another ban of somebody who is away holds for the addresses of the ban before", async () => {
    const channel = "w26/longer";
    const [owner] = await startedChannel(channel);
    const troll = await joinAs({ channel, user: "troll-troll-trol", place: "home" });
    await owner.ask(ban(troll, 60));
    await evict(channel);
    const longer = { t: "ban", d: { user: "troll-troll-trol", for: 3_600 } };
    expect(await errorOf(owner, longer)).toBe("done");
    const refusal = await (await joinAs({ channel, place: "home" })).refused(chat("hi"));
    expect(refusal).toMatchObject({ reason: "banned_address" });
    expect(refusal.until! - Date.now()).toBeGreaterThan(3_000_000);
  });

  it("W26 a ban remembers at most 100 addresses", async () => {
    const channel = "w26/places";
    const [owner] = await startedChannel(channel);
    const troll = await joinAs({ channel, user: "troll-troll-trol", place: "home" });
    await owner.ask(ban(troll, 3_600));
    await runInDurableObject(channelOf(channel), (_channel, { storage: { sql } }) => {
      for (let i = 1; i < 100; i++) sql.exec("INSERT INTO banned_places VALUES ('troll-troll-trol', ?, 9e15)", `place ${i}`);
    });
    await expect(joinAs({ channel, user: "troll-troll-trol", place: "cafe" })).rejects.toThrow("no welcome");
    expect(await rows(channel, "banned_places")).toHaveLength(100);
  });

  it("W23 W26 a banned user cannot redeem a key by an upgrade, and uses none up", async () => {
    const [owner, ben] = await startedChannel("w26/key");
    const invited = await owner.ask({ t: "invite", d: { role: "moderator", uses: 1, for: 60 } });
    const { key } = (invited as Extract<ServerEvent, { t: "invited" }>).d;
    await owner.ask(ban(ben, 60));
    expect((await closeOfUpgrade(`w26/key?key=${key}`, ben.cookie)).code).toBe(4001);
    expect(await errorOf(await join("w26/key"), { t: "redeem", d: { key } })).toBe("redeemed");
  });

  it("W26 of somebody who has left works: their later upgrade is closed", async () => {
    const [owner, ben] = await startedChannel("w26/left");
    ben.close();
    await ben.closed;
    expect(await errorOf(owner, ban(ben, 60))).toBe("done");
    expect((await closeOfUpgrade("w26/left", ben.cookie)).code).toBe(4001);
  });
});

it("W26 nobody mutes or bans themselves or staff, and only staff do it", async () => {
  const [owner, ben] = await startedChannel("w26/who");
  const cleo = await join("w26/who");
  for (const event of [mute, ban]) {
    expect(await errorOf(owner, event(owner, 60))).toEqual(["forbidden", "yourself"]);
    expect(await errorOf(ben, event(cleo, 60))).toEqual(["forbidden", "not_staff"]);
  }
  await owner.ask({ t: "role", d: { user: ben.you.id, role: "moderator" } });
  const host = await joinAsHost("w26/who");
  for (const event of [mute, ban]) {
    expect(await errorOf(ben, event(owner, 60))).toEqual(["forbidden", "is_staff"]);
    expect(await errorOf(owner, event(ben, 60))).toEqual(["forbidden", "is_staff"]);
    expect(await errorOf(owner, event(host, 60))).toEqual(["forbidden", "is_staff"]);
  }
  await owner.ask({ t: "role", d: { user: ben.you.id, role: "none" } });
  expect(await errorOf(owner, mute(ben, 60))).toBe("done");
  expect(await errorOf(owner, { t: "ban", d: { user: "nobody-nobody-16", for: 60 } })).toEqual(["not_found", "no_such_user"]);
  expect(await rows("w26/who", "sanctions")).toHaveLength(1);
});

describe("W27 the moderation log", () => {
  it("W27 has each act, the newest first, in pages, and is for staff alone", async () => {
    const [owner, ben] = await startedChannel("w27/log");
    const { id } = await ben.sendMessage("bad words");
    await owner.ask(mute(ben, 600));
    owner.send({ t: "delete", d: { id } });
    owner.send({ t: "delete", d: { id } }); // a repeat is not recorded
    await owner.ask({ t: "set", d: { slow: 5 } });
    const answer = await owner.ask({ t: "record", d: { limit: 2 } });
    const by = owner.you;
    const user = ben.you;
    expect(answer).toMatchObject({
      t: "record",
      d: {
        entries: [
          { n: 3, at: expect.any(Number), by, act: "set", set: { slow: 5 } },
          { n: 2, by, act: "remove", id, user, text: "bad words" },
        ],
        more: true,
      },
    });
    expect(await owner.ask({ t: "record", d: { before: 2 } })).toMatchObject({
      d: { entries: [{ n: 1, by, act: "mute", user, for: 600 }], more: false },
    });
    expect(await errorOf(ben, { t: "record", d: {} })).toEqual(["forbidden", "not_staff"]);
  });

  it("W27 keeps the latest 1,000 records", async () => {
    const [owner] = await startedChannel("w27/full");
    await runInDurableObject(channelOf("w27/full"), (_channel, { storage: { sql } }) => {
      const entry = JSON.stringify({ at: 1, by: owner.you, act: "set" });
      for (let i = 0; i < 1_005; i++) sql.exec("INSERT INTO record (entry) VALUES (?)", entry);
    });
    await owner.ask({ t: "set", d: { slow: 5 } });
    expect(await rows("w27/full", "record")).toHaveLength(1_000);
  });

  it("W27 sanctions lists who is muted and banned now, until when and by whom", async () => {
    const [owner, ben] = await startedChannel("w27/sanctions");
    const cleo = await join("w27/sanctions", { name: "Cleo" });
    await owner.ask(mute(ben, 600));
    await owner.ask(ban(cleo, 600));
    const until = expect.any(Number);
    expect((await owner.ask({ t: "sanctions" })).d).toMatchObject({
      muted: [{ user: ben.you, until, by: owner.you }],
      banned: [{ user: cleo.you, until, by: owner.you }],
    });
    expect(await errorOf(ben, { t: "sanctions" })).toEqual(["forbidden", "not_staff"]);
  });
});

describe("W28 reports", () => {
  const report = (id: number, reason = "spam") => ({ t: "report", d: { id, reason } });

  it("W28 reach staff who are online and who come later, once per user and message, and end with the message or by resolve", async () => {
    const [owner, ben] = await startedChannel("w28/report");
    const cleo = await join("w28/report", { name: "Cleo" });
    const { id } = await cleo.sendMessage("buy now");
    for (let i = 0; i < 2; i++) expect(await ben.ask(report(id, " it is spam "))).toMatchObject({ t: "reported", d: { id } });
    expect((await owner.nextOf("reports")).d).toEqual({ n: 1 });
    await owner.ask({ t: "sanctions" });
    expect((await owner.ask({ t: "reports" })).d).toMatchObject({
      n: 1,
      reports: [{ id, by: ben.you, reason: "it is spam", at: expect.any(Number) }],
    });
    await evict("w28/report");
    const later = await join("w28/report", { cookie: owner.cookie });
    expect((await later.nextOf("reports")).d.n).toBe(1);
    owner.send({ t: "delete", d: { id } });
    expect((await later.nextOf("reports")).d.n).toBe(0);
    await ben.ask(report(1));
    expect((await later.nextOf("reports")).d.n).toBe(1);
    for (let i = 0; i < 2; i++) expect(await owner.ask({ t: "resolve", d: { id: 1 } })).toMatchObject({ t: "done" });
    expect((await later.nextOf("reports")).d.n).toBe(0);
    expect(ben.frames.join()).not.toContain('"t":"reports"');
    expect(await errorOf(ben, { t: "reports" })).toEqual(["forbidden", "not_staff"]);
  });

  it("W28 a user has 5 an hour", async () => {
    const [, ben] = await startedChannel("w28/many");
    await makeKnown("w28/many", ben);
    for (let i = 0; i < 6; i++) await ben.sendMessage(`${i}`);
    for (let id = 1; id <= 5; id++) expect(await errorOf(ben, report(id))).toBe("reported");
    passTime(20 * 60_000);
    await evict("w28/many");
    const { d } = (await ben.ask(report(6))) as Extract<ServerEvent, { t: "error" }>;
    expect(d).toMatchObject({ code: "rate_limited", reason: "much_reporting" });
    expect(d.retryAfter! - 40 * 60_000).toBeLessThan(60_000);
    passTime(d.retryAfter!);
    expect(await errorOf(ben, report(6))).toBe("reported");
  });

  it("W28 a message that is gone is not_found, and a reason of 251 UTF-16 units too_long", async () => {
    const [owner, ben] = await startedChannel("w28/bad");
    expect(await errorOf(ben, report(99))).toEqual(["not_found", undefined]);
    expect(await errorOf(ben, report(1, "x".repeat(251)))).toEqual(["too_long", "long_reason"]);
    owner.send({ t: "delete", d: { id: 1 } });
    await ben.nextOf("chat");
    expect(await errorOf(ben, report(1))).toEqual(["not_found", undefined]);
    expect(await rows("w28/bad", "reports")).toEqual([]);
  });
});
