/** The channel: welcomes and messages, also across an eviction. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import { join, newUserCookie } from "./support/peer";
import { channelOf } from "./support/stored";
import { constructions } from "./support/test-worker";

it("W2 welcome is the first frame and has its final shape", async () => {
  const ada = await join("w2/shape", { name: "Ada" });
  expect(ada.welcome).toEqual({
    protocol: 1,
    channel: "w2/shape",
    epoch: expect.stringMatching(/^.{6,}$/),
    seq: 0,
    you: { id: expect.any(String), name: "Ada" },
    n: 1,
    users: [ada.you],
    settings: { topic: "", pins: [], slow: 0, write: "all", read: "all", keep: 0, files: "known", previews: "on", staff: [] },
    resumed: false,
    now: expect.any(Number),
    messages: [],
    more: false,
    limits: { frame: 16_384, text: 4_000, name: 32 },
    build: "b0i1d",
  });
});

it("W2 n counts peers, users lists people", async () => {
  const cookie = newUserCookie();
  await join("w2/users", { cookie, name: "Ada" });
  await join("w2/users", { cookie, name: "Ada" });
  const ben = await join("w2/users", { name: "Ben" });
  expect(ben.welcome.n).toBe(3);
  expect(ben.welcome.users.map(({ name }) => name)).toEqual(["Ada", "Ben"]);
});

it("W2 a user without a name gets the same guest name each time", async () => {
  const cookie = newUserCookie();
  const first = await join("w2/guest", { cookie });
  const second = await join("w2/guest", { cookie });
  expect(first.you.name).toMatch(/^Guest \d{3}$/);
  expect(second.you).toEqual(first.you);
});

it("W4 a message reaches everyone in the channel, and no other channel", async () => {
  const [ada, ben, eve] = await Promise.all([join("w4/here"), join("w4/here"), join("w4/there")]);
  await ada.sendMessage("hello");
  expect((await ben.nextOf("chat")).d.text).toBe("hello");
  await eve.sendMessage("only me");
  expect(eve.frames.join()).not.toContain("hello");
});

it("W4 the server assigns id, seq, time and author, whatever the client claims", async () => {
  const ada = await join("w4/claims", { name: "Ada" });
  ada.send({ t: "chat", d: { cid: "c1", text: "hi", id: 99, seq: 99, at: 1, user: { id: "eve", name: "Eve" }, deleted: true } });
  const { seq, d } = await ada.nextOf("chat");
  expect([seq, d]).toEqual([1, { id: 1, seq: 1, cid: "c1", user: ada.you, text: "hi", at: expect.any(Number) }]);
  expect(Math.abs(Date.now() - d.at)).toBeLessThan(60_000);
});

it("W4 the same cid twice creates one message, and the second is answered to its sender alone", async () => {
  const [ada, ben] = await Promise.all([join("w4/twice"), join("w4/twice")]);
  const first = { t: "chat", d: { cid: "same", text: "once" } } as const;
  ada.send(first);
  const stored = await ada.nextOf("chat");
  ada.send(first);
  expect(await ada.nextOf("chat")).toEqual(stored);
  await ada.sendMessage("after");
  expect((await ben.nextOf("chat")).d.text).toBe("once");
  expect((await ben.nextOf("chat")).d.text).toBe("after");
});

it("W4 the same cid of two users creates two messages", async () => {
  const [ada, ben] = await Promise.all([join("w4/two-users"), join("w4/two-users")]);
  ada.send({ t: "chat", d: { cid: "same", text: "ada's" } });
  await ben.nextOf("chat");
  ben.send({ t: "chat", d: { cid: "same", text: "ben's" } });
  expect((await ben.nextOf("chat")).d).toMatchObject({ id: 2, text: "ben's", user: ben.you });
});

it("W4 a message is stored before it is broadcast, and survives an eviction", async () => {
  const ada = await join("w4/stored");
  await ada.sendMessage("kept");
  await evictDurableObject(channelOf("w4/stored"));
  const ben = await join("w4/stored");
  expect(ben.welcome.messages.map(({ text }) => text)).toEqual(["kept"]);
  expect(ben.welcome.epoch).toBe(ada.welcome.epoch);
});

it("W4 a resent cid is recognised after an eviction", async () => {
  const ada = await join("w4/evicted");
  ada.send({ t: "chat", d: { cid: "c", text: "hi" } });
  const stored = await ada.nextOf("chat");
  await evictDurableObject(channelOf("w4/evicted"));
  ada.send({ t: "chat", d: { cid: "c", text: "hi" } });
  expect(await ada.nextOf("chat")).toEqual(stored);
  expect((await ada.sendMessage("next")).id).toBe(2);
});

it("W5 a reply names its message; a reply to a message that does not exist is rejected", async () => {
  const ada = await join("w5/reply");
  const { id } = await ada.sendMessage("question");
  expect(await ada.sendMessage("answer", id)).toMatchObject({ text: "answer", reply: id });
  const refusal = await ada.refused({ t: "chat", d: { cid: "r", text: "to nobody", reply: 99 } });
  expect(refusal).toMatchObject({ code: "not_found", cid: "r" });
});

it("W6 seq rises by exactly one from the welcome's, across evictions and rejections", async () => {
  const ada = await join("w6/seq");
  const seqs: number[] = [];
  for (let round = 0; round < 3; round++) {
    seqs.push((await ada.sendMessage("one")).seq, (await ada.sendMessage("two")).seq);
    await ada.refused({ t: "chat", d: { cid: "empty", text: "  " } });
    await evictDurableObject(channelOf("w6/seq"));
  }
  expect(seqs).toEqual([1, 2, 3, 4, 5, 6]);
  expect((await join("w6/seq")).welcome.seq).toBe(6);
});

it("a channel that is only visited stores nothing", async () => {
  const ada = await join("silent/path");
  ada.send({ t: "typing" });
  await ada.refused({ t: "chat", d: { cid: "c", text: "" } });
  await channelOf("silent/path").snapshot(ada.you.id);
  await runInDurableObject(channelOf("silent/path"), async (_channel, { storage }) => {
    expect(
      storage.sql.exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'").toArray(),
    ).toEqual([]);
    expect(await storage.list()).toEqual(new Map());
  });
});

it("the epoch that peers got before the first message survives an eviction", async () => {
  const ada = await join("epoch/first");
  await evictDurableObject(channelOf("epoch/first"));
  await ada.sendMessage("at last");
  const ben = await join("epoch/first", { since: 0, epoch: ada.welcome.epoch });
  expect(ben.welcome).toMatchObject({ epoch: ada.welcome.epoch, resumed: true });
});

it("W12 ping is answered by pong while the object sleeps: its constructor does not run", async () => {
  const ada = await join("w12/sleep");
  const stub = channelOf("w12/sleep");
  const constructed = () => constructions.get(stub.id.toString());
  await ada.sendMessage("awake");
  await evictDurableObject(stub);
  ada.sendRaw("ping");
  await ada.pong();
  expect(constructed()).toBe(1);
  await ada.sendMessage("and awake again");
  expect(constructed()).toBe(2);
});

it("W18 the broadcast text equals the stored one: well-formed, NFC, without control characters", async () => {
  const ada = await join("w18/text");
  const said = await ada.sendMessage("  cafe\u0301 \ud800 a\u0000b\u001b[1m\r\nnext\ttab ");
  expect(said.text).toBe("  café \ufffd ab[1m\nnext\ttab");
  expect((await join("w18/text")).welcome.messages).toEqual([said]);
});
