/** Staff remove messages of others, and bring them back (W25). */
import { runInDurableObject } from "cloudflare:test";
import { afterEach, expect, it, vi } from "vitest";
import { join } from "./support/peer";
import { errorOf, startedChannel } from "./support/staff";
import { channelOf, evict, makeKnown } from "./support/stored";

afterEach(() => void vi.useRealTimers());

const removed = (channel: string) =>
  runInDurableObject(channelOf(channel), (_channel, { storage: { sql } }) =>
    sql
      .exec<{ id: number }>("SELECT id FROM removals")
      .toArray()
      .map(({ id }) => id),
  );
const DAY = 24 * 60 * 60_000;

it("W25 staff remove anyone's message: its text is gone for everyone, and comes back with all it had", async () => {
  const [owner, ben] = await startedChannel("w25/remove");
  const { id } = await ben.sendMessage("spam");
  ben.send({ t: "edit", d: { id, text: "more spam" } });
  owner.send({ t: "react", d: { id, emoji: "👎", on: true } });
  let before = (await ben.nextOf("chat")).d;
  while (!before.reactions) before = (await ben.nextOf("chat")).d;
  owner.send({ t: "delete", d: { id }, ref: "removal" });
  const gone = (await ben.nextOf("chat")).d;
  expect((await owner.nextOf("done")).d).toEqual({ ref: "removal" }); // W14
  expect(gone).toMatchObject({ id, seq: before.seq + 1, text: "", deleted: true, removed: true });
  expect(gone).not.toHaveProperty("reactions");
  await evict("w25/remove");
  expect(JSON.stringify((await join("w25/remove")).welcome)).not.toContain("spam");
  expect(await owner.ask({ t: "restore", d: { id } })).toMatchObject({ t: "done" });
  expect((await ben.nextOf("chat")).d).toEqual({ ...before, seq: gone.seq + 1 });
  expect(await removed("w25/remove")).toEqual([]);
  expect(await errorOf(owner, { t: "restore", d: { id } })).toBe("done"); // twice changes nothing
});

it("W25 after 24 hours the text is destroyed by the alarm, and cannot be restored", async () => {
  const [owner, ben] = await startedChannel("w25/destroyed");
  const { id } = await ben.sendMessage("spam");
  owner.send({ t: "delete", d: { id } });
  await ben.nextOf("chat");
  const alarm = await runInDurableObject(channelOf("w25/destroyed"), (_channel, { storage }) => storage.getAlarm());
  expect(alarm).toBeLessThanOrEqual(Date.now() + DAY);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + DAY + 1 });
  await runInDurableObject(channelOf("w25/destroyed"), (channel) => channel.alarm());
  expect(await removed("w25/destroyed")).toEqual([]);
  expect(await errorOf(owner, { t: "restore", d: { id } })).toEqual(["not_found", "not_restorable"]);
});

it("W25 an author's own deletion destroys the text at once, also if staff have removed the message before", async () => {
  const [owner, ben] = await startedChannel("w25/own");
  const [one, two] = [await ben.sendMessage("one"), await ben.sendMessage("two")];
  ben.send({ t: "delete", d: { id: one.id } });
  owner.send({ t: "delete", d: { id: two.id } });
  while (!(await owner.nextOf("chat")).d.removed);
  ben.send({ t: "delete", d: { id: two.id } });
  while (!(await ben.nextOf("chat")).d.removed);
  expect((await ben.nextOf("chat")).d.id).toBe(two.id); // the repeat, to its sender
  expect(await removed("w25/own")).toEqual([]);
  for (const { id } of [one, two])
    expect(await errorOf(owner, { t: "restore", d: { id } })).toEqual(["not_found", "not_restorable"]);
});

it("W7 W25 others delete and restore nothing", async () => {
  const [, ben] = await startedChannel("w25/others");
  expect(await errorOf(ben, { t: "delete", d: { id: 1 } })).toEqual(["forbidden", undefined]);
  expect(await errorOf(ben, { t: "restore", d: { id: 1 } })).toEqual(["forbidden", "not_staff"]);
  expect(await errorOf(ben, { t: "purge", d: { user: ben.you.id, since: 0 } })).toEqual(["forbidden", "not_staff"]);
});

it("W25 a purge removes what a user has written since, each as a change with its own seq, and nothing of others", async () => {
  const [owner, ben] = await startedChannel("w25/purge");
  await makeKnown("w25/purge", ben);
  const old = await ben.sendMessage("old");
  await new Promise((resolve) => setTimeout(resolve, 5)); // for another time than the next one's
  const texts = ["a", "b", "c"];
  for (const text of texts) await ben.sendMessage(text);
  await owner.sendMessage("mine");
  const since = old.at + 1;
  expect(await owner.ask({ t: "purge", d: { user: ben.you.id, since } })).toMatchObject({ t: "done" });
  const gone = [];
  while (gone.length < 3) {
    const { d, seq } = await ben.nextOf("chat");
    if (d.removed) gone.push([d.id, seq]);
  }
  expect(gone).toEqual([
    [3, 7],
    [4, 8],
    [5, 9],
  ]);
  expect((await join("w25/purge")).welcome.messages.map(({ text }) => text)).toEqual(["first", "old", "", "", "", "mine"]);
  expect(await owner.ask({ t: "restore", d: { id: 4 } })).toMatchObject({ t: "done" });
});

it("W25 a purge of many messages takes the latest 1,000, and leaves in batches, in order and without a gap", async () => {
  const [owner, ben] = await startedChannel("w25/many");
  await runInDurableObject(channelOf("w25/many"), (_channel, { storage: { sql } }) => {
    for (let i = 2; i <= 1_102; i++)
      sql.exec(
        "INSERT INTO messages (id, seq, cid, user, name, text, at, ordinal) VALUES (?, ?, ?, ?, 'Ben', 'spam', 5, ?)",
        i, i, `${i}`, ben.you.id, i,
      ); // prettier-ignore
  });
  await evict("w25/many");
  const { length } = owner.frames;
  await owner.ask({ t: "purge", d: { user: ben.you.id, since: 0 } });
  const seqs: number[] = [];
  while (seqs.length < 1_000) {
    const { d, seq } = await ben.nextOf("chat");
    if (d.removed) seqs.push(seq);
  }
  expect(seqs).toEqual(Array.from({ length: 1_000 }, (_, i) => 1_103 + i));
  expect(Math.max(...owner.frames.slice(length).map((frame) => frame.split('"t":"chat"').length - 1))).toBeLessThanOrEqual(250);
});
