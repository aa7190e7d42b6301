/** Closes, by the channel or by a peer: a closed peer is no longer present, whether it answers or not, and affects nobody. */
import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { LIMITS, MAX_UNSENT, PING_EVERY, PONG_WITHIN } from "../../src/shared/protocol";
import { connectionOf, peerUrl } from "../../worker/peer";
import { join, newUserCookie, type TestPeer, upgrade } from "./support/peer";
import { channelOf, evict, makeKnown, snapshotOf } from "./support/stored";

const log: string[] = [];
beforeEach(() => void vi.spyOn(console, "error").mockImplementation((line: string) => void log.push(line)));
afterEach(() => {
  log.length = 0;
  vi.restoreAllMocks();
});

/** Spoils the channel's side of the peer whose user `is` the one meant. */
function spoil(channel: string, is: (user: string) => boolean, spoilt: object): Promise<void> {
  return runInDurableObject(channelOf(channel), (_channel, ctx) => {
    const socket = ctx.getWebSockets().find((socket) => is(connectionOf(socket).identity.user))!;
    for (const [property, value] of Object.entries(spoilt)) Object.defineProperty(socket, property, { value });
  });
}

/** Someone in `channel` beside `others`, at the other end of a network that fails: no close arrives there. */
async function faraway(channel: string, others: TestPeer[], spoilt: object) {
  await upgrade(`/_ws/${channel}`);
  expect(await present(channel)).toBe(others.length + 1); // awaited first: each event that comes later can be the one that fails
  const isAnother = (user: string) => others.every(({ you }) => you.id !== user);
  await spoil(channel, isAnother, { close: () => undefined, ...spoilt });
}

const present = async (channel: string) => (await snapshotOf(channel)).n;

it("W9 W15 a peer whose socket cannot be written to is no longer present, even without a close", async () => {
  const ada = await join("ending/failed");
  const broken = () => {
    throw new Error("broken pipe");
  };
  await faraway("ending/failed", [ada], { send: broken });
  await ada.sendMessage("anybody there?");
  expect(await present("ending/failed")).toBe(1);
  await ada.sendMessage("nobody");
  expect(log).toEqual([]);
});

it("W9 W15 a peer that is too far behind is no longer present, even without a close", async () => {
  const [ada, ben] = [await join("ending/behind"), await join("ending/behind")];
  await makeKnown("ending/behind", ada, ben);
  await faraway("ending/behind", [ada, ben], { bufferedAmount: MAX_UNSENT + 1 });
  for (let i = 0; i < 9; i++) for (const peer of [ada, ben]) await peer.sendMessage("界".repeat(LIMITS.text));
  expect(await present("ending/behind")).toBe(2);
});

it("W15 a peer that asks and never reads is closed with 1013 before the next answer is queued", async () => {
  const [eve, ada] = [await join("ending/asks"), await join("ending/asks")];
  await ada.sendMessage("a long message");
  await eve.nextOf("chat");
  const { length } = eve.frames;
  await spoil("ending/asks", (user) => user === eve.you.id, { bufferedAmount: MAX_UNSENT + 1 });
  eve.send({ t: "history", d: { before: 9, limit: 100 } });
  expect((await eve.closed).code).toBe(1013);
  expect(eve.frames.slice(length).join()).not.toContain('"t":"page"');
  expect(await present("ending/asks")).toBe(1);
});

it("W9 a peer that was closed before an eviction, without an answer, is neither present nor heard after it", async () => {
  const ada = await join("ending/asleep");
  const { webSocket } = await upgrade("/_ws/ending/asleep");
  webSocket!.accept({ allowHalfOpen: true });
  await runInDurableObject(channelOf("ending/asleep"), (_channel, ctx) => {
    ctx
      .getWebSockets()
      .find((socket) => connectionOf(socket).identity.user !== ada.you.id)!
      .close(1013, "ended");
  });
  await evict("ending/asleep");
  const { n, users } = await snapshotOf("ending/asleep", ada.you.id);
  expect([n, users]).toEqual([1, [ada.you]]);
  webSocket!.close();
});

it("W9 users who leave while the channel sleeps are reported as left", async () => {
  const [ada, ...others] = [await join("ending/left"), await join("ending/left"), await join("ending/left")];
  await ada!.sendMessage("good night");
  await evict("ending/left");
  for (const other of others) other.close();
  const left: string[] = [];
  while (left.length < 2) left.push(...((await ada!.nextOf("presence")).d.leaves ?? []));
  expect(left.toSorted()).toEqual(others.map(({ you }) => you.id).toSorted());
  expect(await present("ending/left")).toBe(1);
});

it("W15 a user who returns from a lost network is not rejected by 4003: their dead sockets are closed first", async () => {
  const cookie = newUserCookie();
  const dead: TestPeer[] = [];
  for (let i = 0; i < 8; i++) dead.push(await join("ending/dead", { cookie }));
  for (const peer of dead) peer.sendRaw("ping");
  await Promise.all(dead.map((peer) => peer.pong()));
  const program = await join("ending/dead", { cookie }); // which never pings
  await join("ending/dead", { cookie });
  onTestFinished(() => void vi.useRealTimers());
  await runInDurableObject(channelOf("ending/dead"), () => void vi.setSystemTime(Date.now() + PONG_WITHIN + PING_EVERY + 1_000));
  const back = await join("ending/dead", { cookie });
  expect(back.welcome.n).toBe(3);
  expect((await Promise.all(dead.map(({ closed }) => closed))).map(({ code }) => code)).toEqual(dead.map(() => 1013));
  await program.sendMessage("still here");
});

it("W2 W15 a rejected peer gets only the close, even if events wait to be sent", async () => {
  const cookie = newUserCookie();
  const peers: TestPeer[] = [];
  for (let i = 0; i < 10; i++) peers.push(await join("ending/refused", { cookie }));
  const { id } = peers[0]!.you;
  const first = await runInDurableObject(channelOf("ending/refused"), async (channel, ctx) => {
    const [socket] = ctx.getWebSockets();
    for (const cid of ["1", "2", "3"])
      await channel.webSocketMessage(socket!, JSON.stringify({ t: "chat", d: { cid, text: "hi" } }));
    const request = new Request(peerUrl({ channel: "ending/refused", user: id }), { headers: { Upgrade: "websocket" } });
    const { webSocket } = await channel.fetch(request);
    const came = new Promise<Event>((resolve) => {
      webSocket!.addEventListener("message", resolve);
      webSocket!.addEventListener("close", resolve);
    });
    webSocket!.accept();
    return (await came).type;
  });
  expect(first).toBe("close");
});

it("W15 4003 for a user's eleventh peer; the other ten stay", async () => {
  const cookie = newUserCookie();
  const peers = await Promise.all(Array.from({ length: 10 }, () => join("w15/many", { cookie })));
  const { webSocket } = await upgrade("/_ws/w15/many", { Cookie: cookie });
  const closed = new Promise<CloseEvent>((resolve) => webSocket!.addEventListener("close", resolve));
  webSocket!.accept();
  expect((await closed).code).toBe(4003);
  expect((await peers[0]!.sendMessage("still ten")).text).toBe("still ten");
});

it("W15 the server answers a client's close within 100 ms, also one without a code", async () => {
  let fastest = Infinity; // ms; a busy machine may delay some of them
  for (let round = 0; round < 3 || (fastest >= 100 && round < 30); round++) {
    const code = [1000, 4999, undefined][round % 3];
    const ada = await join("w15/close");
    const started = Date.now();
    ada.socket.close(code);
    const { code: answered, wasClean } = await ada.closed;
    fastest = Math.min(fastest, Date.now() - started);
    expect([answered, wasClean]).toEqual([code ?? 1005, true]);
  }
  expect(fastest).toBeLessThan(100); // without an answer, each would take five seconds
});

it("W15 a close with a reserved code, from a broken client, is answered without a code", async () => {
  for (const code of [0, 999, 1004, 1005, 1006, 1015, 5000, 65_535]) {
    const ada = await join("w15/codes");
    await runInDurableObject(channelOf("w15/codes"), async (channel, ctx) => {
      const socket = ctx.getWebSockets().find((socket) => connectionOf(socket).identity.user === ada.you.id)!;
      await channel.webSocketClose(socket, code, "", true);
    });
    expect([code, (await ada.closed).code]).toEqual([code, 1005]);
  }
});
