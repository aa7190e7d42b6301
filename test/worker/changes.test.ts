/** Edits, deletions and reactions: who may make them, what everyone receives, and that repeats have no effect. */
import { runInDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import { LIMITS, MAX_REACTIONS, MAX_REACTIONS_IN_ALL, type ClientEvent } from "../../src/shared/protocol";
import { join, type TestPeer } from "./support/peer";
import { channelOf, evict, withMessageStore } from "./support/stored";

const EMOJI = [..."😀😁😂😃😄😅😆😇😈😉😊😋😌😍😎😏😐😑😒😓😔"]; // one more than a message takes

const edit = (id: number, text: string) => ({ t: "edit", d: { id, text } }) as const;
const remove = (id: number) => ({ t: "delete", d: { id } }) as const;
const react = (id: number, emoji: string, on = true) => ({ t: "react", d: { id, emoji, on } }) as const;

/** Joins two users to `channel`. The first sends `texts`, and the second has received them. */
async function joinTwo(channel: string, ...texts: string[]) {
  const [ada, ben] = [await join(channel, { name: "Ada" }), await join(channel, { name: "Ben" })];
  for (const text of texts) {
    await ada.sendMessage(text);
    await ben.nextOf("chat");
  }
  return { ada, ben };
}

/** Sends a change and returns the message's state after it. */
async function sendChange(peer: TestPeer, event: ClientEvent) {
  peer.send(event);
  return (await peer.nextOf("chat")).d;
}

it("W7 W5 an edit reaches everyone as the whole message with the same id, author and time, and survives an eviction", async () => {
  const { ada, ben } = await joinTwo("w7/edit", "helo");
  const before = (await join("w7/edit")).welcome.messages[0]!;
  const after = await sendChange(ada, edit(1, "  hello "));
  expect(after).toEqual({ ...before, seq: 2, text: "  hello", editedAt: expect.any(Number) });
  expect(await ben.nextOf("chat")).toEqual({ t: "chat", seq: 2, d: after });
  await evict("w7/edit");
  expect((await join("w7/edit")).welcome.messages).toEqual([after]);
});

it("W7 a deleted message keeps its id and place, with a new seq and no text; edits and reactions go with it", async () => {
  const { ada, ben } = await joinTwo("w7/delete", "question");
  await ada.sendMessage("oops", 1);
  await sendChange(ada, edit(2, "edited"));
  await sendChange(ben, react(2, "👍"));
  await evict("w7/delete");
  ada.send(remove(2));
  const deleted = await ada.nextOf("chat").then(() => ada.nextOf("chat"));
  expect(deleted).toEqual({
    t: "chat",
    seq: 5,
    d: { id: 2, seq: 5, cid: expect.any(String), user: ada.you, text: "", at: expect.any(Number), reply: 1, deleted: true },
  });
  expect((await join("w7/delete")).welcome.messages[1]).toEqual(deleted.d);
});

it("W7 only the author can edit or delete a message", async () => {
  const { ada, ben } = await joinTwo("w7/forbidden", "mine");
  expect(await ben.refused(edit(1, "yours"))).toMatchObject({ code: "forbidden", message: expect.stringMatching(/^[A-Z].*\.$/) });
  await evict("w7/forbidden");
  expect((await ben.refused(remove(1))).code).toBe("forbidden");
  await ada.sendMessage("unharmed");
  expect((await join("w7/forbidden")).welcome.messages.map(({ text, seq }) => [text, seq])).toEqual([
    ["mine", 1],
    ["unharmed", 2],
  ]);
});

it("W7 an id without a message cannot be changed, also in an empty channel", async () => {
  const silent = await join("w7/silent");
  const { ada } = await joinTwo("w7/missing", "one");
  await sendChange(ada, edit(1, "uno")); // seq 2 is no message
  for (const [peer, id] of [
    [silent, 1],
    [ada, 2],
    [ada, 99],
  ] as const) {
    for (const event of [edit(id, "x"), remove(id), react(id, "👍"), react(id, "👍", false)])
      expect((await peer.refused(event)).code).toBe("not_found");
    await evict("w7/missing");
  }
});

it("W7 a deleted message cannot be edited or reacted to", async () => {
  const { ada, ben } = await joinTwo("w7/gone", "gone");
  await sendChange(ada, remove(1));
  for (const event of [edit(1, "back"), react(1, "👍"), react(1, "👍", false)])
    expect((await ada.refused(event)).code).toBe("not_found");
  expect((await ben.refused(edit(1, "back"))).code).toBe("forbidden");
});

it("W7 a repeated change has no effect, takes no seq, and is answered to its sender alone", async () => {
  const { ada, ben } = await joinTwo("w7/repeat", "one", "two");
  const changes = [edit(1, "uno"), react(1, "👍"), react(2, "🎉"), react(2, "🎉", false), remove(2)];
  let seq = 2;
  for (const change of changes) {
    const state = await sendChange(ada, change);
    expect(state.seq).toBe(++seq);
    expect((await ben.nextOf("chat")).d).toEqual(state);
    expect(await sendChange(ada, change)).toEqual(state);
    await evict("w7/repeat");
    expect(await sendChange(ada, change)).toEqual(state);
  }
  expect((await ada.sendMessage("three")).seq).toBe(++seq);
  expect((await ben.nextOf("chat")).d).toMatchObject({ text: "three", seq });
});

it("W7 removing a reaction that does not exist has no effect", async () => {
  const { ada, ben } = await joinTwo("w7/never", "one");
  await sendChange(ada, react(1, "👍"));
  await ben.nextOf("chat");
  expect((await sendChange(ben, react(1, "👍", false))).seq).toBe(2);
  expect((await sendChange(ben, react(1, "🎉", false))).seq).toBe(2);
});

it("W7 everyone can react; users are listed in the order of their reactions, and the last removal removes the entry", async () => {
  const { ada, ben } = await joinTwo("w7/react", "one");
  await sendChange(ben, react(1, "👍"));
  await ada.nextOf("chat");
  await evict("w7/react");
  expect((await sendChange(ada, react(1, "👍"))).reactions).toEqual([{ emoji: "👍", users: [ben.you.id, ada.you.id] }]);
  await ben.nextOf("chat");
  const both = await sendChange(ben, react(1, "🎉"));
  expect(both.reactions?.map(({ emoji }) => emoji)).toEqual(["👍", "🎉"]);
  await sendChange(ben, react(1, "🎉", false));
  await sendChange(ben, react(1, "👍", false));
  for (let i = 0; i < 3; i++) await ada.nextOf("chat");
  const none = await sendChange(ada, react(1, "👍", false));
  expect(none).not.toHaveProperty("reactions");
  expect((await join("w7/react")).welcome.messages).toEqual([none]);
});

it("W7 a message takes 20 different emoji, each from many users", async () => {
  const { ada, ben } = await joinTwo("w7/twenty", "popular");
  for (const emoji of EMOJI.slice(0, 10)) await sendChange(ada, react(1, emoji));
  for (let i = 0; i < 10; i++) await ben.nextOf("chat");
  for (const emoji of EMOJI.slice(10, MAX_REACTIONS)) await sendChange(ben, react(1, emoji));
  await evict("w7/twenty");
  expect((await ben.refused(react(1, EMOJI[20]!))).code).toBe("invalid");
  const full = await sendChange(ben, react(1, EMOJI[0]!));
  expect(full.reactions).toHaveLength(MAX_REACTIONS);
  await sendChange(ben, react(1, EMOJI[19]!, false));
  expect((await sendChange(ben, react(1, EMOJI[20]!))).reactions?.at(-1)).toEqual({ emoji: EMOJI[20], users: [ben.you.id] });
});

it("W7 a message takes 500 reactions in all, and a removed one makes room", async () => {
  const { ada, ben } = await joinTwo("w7/all", "viral");
  await withMessageStore("w7/all", (store) => {
    for (let i = 0; i < MAX_REACTIONS_IN_ALL - 1; i++) store.react(`user ${i}`, 1, EMOJI[i % 3]!, true);
  });
  const full = await sendChange(ada, react(1, EMOJI[0]!));
  expect(full.reactions?.flatMap(({ users }) => users)).toHaveLength(MAX_REACTIONS_IN_ALL);
  for (const emoji of [EMOJI[0]!, EMOJI[3]!])
    expect(await ben.refused(react(1, emoji))).toMatchObject({
      code: "invalid",
      message: "A message has at most 500 reactions.",
    });
  expect((await sendChange(ada, react(1, EMOJI[0]!))).seq).toBe(full.seq); // a repeat is none more
  await sendChange(ada, react(1, EMOJI[0]!, false));
  await evict("w7/all");
  await ben.nextOf("chat");
  expect((await sendChange(ben, react(1, EMOJI[3]!))).reactions).toHaveLength(4);
});

it.each(["", "a", "1", "👍👍", "👍 ", "<b>", "\ud83d", "👩‍👩", `👍${"\u200d👍".repeat(16)}`, 1, null, ["👍"]])(
  "W7 a reaction with %j for an emoji is invalid",
  async (emoji) => {
    const ada = await join("w7/not-emoji");
    await ada.sendMessage("one");
    expect((await ada.refused({ t: "react", d: { id: 1, emoji, on: true } })).code).toBe("invalid");
  },
);

it.each(["👍", "❤️", "❤", "👍🏽", "👩‍👩‍👧", "🇦🇹", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "👩🏽‍❤️‍💋‍👨🏿"])("W7 %s is one emoji", async (emoji) => {
  const { ada } = await joinTwo("w7/emoji", "one");
  const { reactions } = await sendChange(ada, react((await ada.sendMessage("this")).id, emoji));
  expect(reactions).toEqual([{ emoji, users: [ada.you.id] }]);
});

it("W7 the text of an edit follows the same rules as that of a new message", async () => {
  const { ada } = await joinTwo("w7/text", "one");
  expect((await ada.refused(edit(1, " \n "))).code).toBe("empty");
  expect((await ada.refused(edit(1, "x".repeat(LIMITS.text + 1)))).code).toBe("too_long");
  expect((await sendChange(ada, edit(1, "cafe\u0301\u0007"))).text).toBe("café");
});

it("W14 an edit, a deletion or a reaction with a field missing or of the wrong type is invalid", async () => {
  const { ada } = await joinTwo("w14/changes", "one");
  const wrong = [
    { t: "edit", d: { id: 1 } },
    { t: "edit", d: { id: "1", text: "x" } },
    { t: "edit", d: { id: 0, text: "x" } },
    { t: "delete" },
    { t: "delete", d: { id: 1.5 } },
    { t: "delete", d: { id: -1 } },
    { t: "react", d: { id: 1, emoji: "👍" } },
    { t: "react", d: { id: 1, emoji: "👍", on: 1 } },
    { t: "react", d: { emoji: "👍", on: true } },
  ];
  for (const event of wrong) expect([event, (await ada.refused(event)).code]).toEqual([event, "invalid"]);
  expect((await ada.sendMessage("two")).seq).toBe(2);
});

it("W14 a change that cannot be stored gets an error, is not broadcast, takes no seq, and the next one works", async () => {
  const { ada, ben } = await joinTwo("w14/broken", "one");
  await runInDurableObject(channelOf("w14/broken"), (_channel, { storage }) => {
    storage.sql.exec("CREATE TRIGGER broken BEFORE UPDATE ON messages BEGIN SELECT raise(ABORT, 'disk on fire'); END");
  });
  const changes = [edit(1, "uno"), react(1, "👍"), remove(1)];
  for (const change of changes) {
    const refusal = await ada.refused(change);
    expect(refusal.code).toBe("storage");
    expect(refusal.message).not.toContain("fire");
    await evict("w14/broken");
  }
  await runInDurableObject(channelOf("w14/broken"), (_channel, { storage }) => void storage.sql.exec("DROP TRIGGER broken"));
  for (const [i, change] of changes.entries()) {
    const state = await sendChange(ada, change);
    expect(state.seq).toBe(2 + i);
    expect((await ben.nextOf("chat")).d).toEqual(state);
  }
});
