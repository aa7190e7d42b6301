/** Errors inside a channel: who is told what, and that the next message works. */
import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FanOut } from "../../worker/fan-out/FanOut";
import { MessageStore } from "../../worker/storage/messages";
import { WelcomeCache } from "../../worker/channel/welcome-cache";
import { join, newUserCookie, upgrade } from "./support/peer";
import { channelOf, makeKnown } from "./support/stored";

const log: object[] = [];
const note = (line: string) => void log.push(JSON.parse(line) as object);
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(note));
afterEach(() => {
  log.length = 0;
  vi.restoreAllMocks();
});

const bug = () => {
  throw new TypeError("cannot read properties of nothing");
};

it("W14 an error in a handler rejects that message without revealing the cause, and nothing is broadcast", async () => {
  const [ada, ben] = await Promise.all([join("faults/handler"), join("faults/handler")]);
  vi.spyOn(MessageStore.prototype, "append").mockImplementationOnce(bug);
  const refusal = await ada.refused({ t: "chat", d: { cid: "unlucky", text: "secret words" } });
  expect(refusal).toEqual({ code: "storage", cid: "unlucky", message: "That could not be stored. Try again." });
  expect(log).toMatchObject([{ code: "storage", t: "chat", error: "TypeError: cannot read properties of nothing" }]);

  ada.send({ t: "chat", d: { cid: "unlucky", text: "secret words" } });
  expect((await ben.nextOf("chat")).d).toMatchObject({ id: 1, text: "secret words" });
  expect(await ada.sendMessage("next")).toMatchObject({ id: 2 });
});

it("if a handler throws after storing, the message exists once, and the next one shows everyone the gap", async () => {
  const [ada, ben] = await Promise.all([join("faults/after"), join("faults/after")]);
  await makeKnown("faults/after", ada);
  await ada.sendMessage("before");
  vi.spyOn(FanOut.prototype, "send").mockImplementationOnce(bug);
  expect(await ada.refused({ t: "chat", d: { cid: "stored", text: "stored" } })).toMatchObject({ cid: "stored" });
  ada.send({ t: "chat", d: { cid: "stored", text: "stored" } });
  expect((await ada.nextOf("chat")).seq).toBe(2);
  await ada.sendMessage("next");
  expect([(await ben.nextOf("chat")).seq, (await ben.nextOf("chat")).seq]).toEqual([1, 3]); // W6: its client asks for 2
  const back = await join("faults/after", { since: 1, epoch: ben.welcome.epoch });
  expect(back.welcome.messages.map(({ text }) => text)).toEqual(["stored", "next"]);
});

it("a handler that cannot even reject closes no socket", async () => {
  const [ada, ben] = await Promise.all([join("faults/refusal"), join("faults/refusal")]);
  vi.spyOn(FanOut.prototype, "sendTo").mockImplementationOnce(bug);
  ada.sendRaw("rubbish");
  expect(await ada.sendMessage("next")).toMatchObject({ id: 1 });
  expect((await ben.nextOf("chat")).d.text).toBe("next");
  expect(log).toMatchObject([{ code: "message", error: "TypeError: cannot read properties of nothing" }]);
});

it("W15 if a welcome cannot be made, only that peer is closed with 1013", async () => {
  const ada = await join("faults/welcome");
  vi.spyOn(WelcomeCache.prototype, "json").mockImplementationOnce(bug);
  const { webSocket } = await upgrade("/_ws/faults/welcome");
  const closed = new Promise<CloseEvent>((resolve) => webSocket!.addEventListener("close", resolve));
  webSocket!.accept();
  const { code, reason } = await closed;
  expect([code, reason]).toEqual([1013, "The channel cannot be opened right now."]);
  expect(log).toMatchObject([{ code: "open", error: "TypeError: cannot read properties of nothing" }]);
  const ben = await join("faults/welcome");
  await ben.sendMessage("here I am");
  expect((await ada.nextOf("chat")).d.text).toBe("here I am");
});

it("W10 if a new name cannot be stored, the user joins under the old one, and nobody is told", async () => {
  const [ada, cookie] = [await join("faults/rename"), newUserCookie()];
  const ben = await join("faults/rename", { cookie, name: "Ben" });
  vi.spyOn(MessageStore.prototype, "rename").mockImplementationOnce(bug);
  const tab = await join("faults/rename", { cookie, name: "Benjamin" });
  expect(tab.you).toEqual(ben.you);
  await tab.sendMessage("here I am");
  expect((await ada.nextOf("chat")).d.user.name).toBe("Ben");
  expect(ada.frames.join()).not.toContain("Benjamin");
  expect(log).toMatchObject([{ code: "rename", error: "TypeError: cannot read properties of nothing" }]);
  expect((await join("faults/rename", { cookie, name: "Benjamin" })).you.name).toBe("Benjamin");
});

it("W3 W4 if an object aborts, its peers reconnect, miss nothing, and their resent messages are stored once", async () => {
  const [ada, ben] = [newUserCookie(), newUserCookie()];
  const [first, other] = await Promise.all([join("faults/abort", { cookie: ada }), join("faults/abort", { cookie: ben })]);
  await first.sendMessage("before");
  first.send({ t: "chat", d: { cid: "in flight", text: "in flight" } });
  await other.nextOf("chat");
  await other.nextOf("chat");
  await runInDurableObject(channelOf("faults/abort"), (_channel, ctx) => ctx.abort("deployed")).catch(() => undefined);
  expect((await Promise.all([first.closed, other.closed])).map(({ code }) => code)).toEqual([1006, 1006]);

  const since = { since: 1, epoch: first.welcome.epoch };
  const [again, back] = [
    await join("faults/abort", { cookie: ada, ...since }),
    await join("faults/abort", { cookie: ben, ...since }),
  ];
  expect([again.you, back.you]).toEqual([{ ...first.you, role: "owner" }, other.you]);
  for (const { welcome } of [again, back])
    expect([welcome.resumed, welcome.messages.map(({ text }) => text)]).toEqual([true, ["in flight"]]);
  again.send({ t: "chat", d: { cid: "in flight", text: "in flight" } });
  expect((await again.nextOf("chat")).seq).toBe(2);
  expect(await again.sendMessage("next")).toMatchObject({ id: 3 });
  expect((await back.nextOf("chat")).d.text).toBe("next");
});

it("W14 a storage failure gets an error, nothing is broadcast, and the next message works", async () => {
  const [ada, ben] = await Promise.all([join("w14/storage"), join("w14/storage")]);
  await ada.sendMessage("before");
  const stub = channelOf("w14/storage");
  await runInDurableObject(stub, (_channel, { storage }) => {
    storage.sql.exec("CREATE TRIGGER broken BEFORE INSERT ON messages BEGIN SELECT raise(ABORT, 'disk on fire'); END");
  });
  const refusal = await ada.refused({ t: "chat", d: { cid: "lost?", text: "during" } });
  expect(refusal).toMatchObject({ code: "storage", cid: "lost?" });
  expect(refusal.message).not.toContain("fire");
  await runInDurableObject(stub, (_channel, { storage }) => void storage.sql.exec("DROP TRIGGER broken"));
  expect(await ada.sendMessage("after")).toMatchObject({ id: 2 });
  expect((await ben.nextOf("chat")).d.text).toBe("before");
  expect((await ben.nextOf("chat")).d.text).toBe("after");
});
