/** StrongSocket: sending and receiving events. */
import { describe, expect, it } from "vitest";
import { chat, welcome } from "../support/fake-server";
import { client, onlineClient, pass, steady } from "../support/socket-client";

describe("W4 sending", () => {
  const hello = { t: "chat", d: { cid: "c1", text: "hello" } } as const;

  it("W4 an online socket accepts an event", () => {
    const { server, socket } = onlineClient();
    expect(socket.send(hello)).toBe(true);
    expect(JSON.parse(server.latest.sent.at(-1)!)).toEqual(hello);
  });

  it("W4 send returns false before the welcome, while offline, and while closing", () => {
    const { server, socket } = client();
    expect(socket.send(hello)).toBe(false);
    server.latest.accept().flush();
    expect(socket.send(hello)).toBe(false);
    server.latest.say(welcome()).flush();
    server.latest.readyState = 2; // the browser knows, its close event is yet to come
    expect(socket.send(hello)).toBe(false);
    server.latest.hangUp(1006).flush();
    expect(socket.send(hello)).toBe(false);
    expect(server.sockets.flatMap((each) => each.sent)).toEqual(["ping"]);
  });

  it("W4 send works inside the welcome's handler, where the outbox starts", () => {
    const taken: boolean[] = [];
    const { socket, server } = client();
    socket.connect({ welcome: () => taken.push(socket.send(hello)) });
    server.welcome();
    expect(taken).toEqual([true]);
  });
});

describe("W6 seq", () => {
  it("W6 each chat event advances since, and a reconnect asks for later ones", () => {
    const { server, read } = onlineClient();
    server.latest.say(chat(1)).say(chat(2), chat(3)).flush().hangUp(1006).flush();
    pass(1_000);
    expect(read).toEqual([1, 2, 3]);
    expect(server.latest.query).toEqual({ since: "3", epoch: "e1" });
  });

  it("W6 an old seq is dispatched, because it acknowledges a repeat, and does not move since back", () => {
    const { server, read } = onlineClient();
    server.latest.say(chat(1), chat(2), chat(1), chat(3)).flush();
    expect(read).toEqual([1, 2, 1, 3]);
  });

  it("W6 a welcome sets since and epoch, also to those of another history", () => {
    const { server, read, socket } = client({ since: 90, epoch: "old" });
    expect(server.latest.query).toEqual({ since: "90", epoch: "old" });
    server.welcome({ seq: 3, epoch: "new" });
    server.latest.say(chat(4)).flush();
    expect(read).toEqual([4]);
    expect(new URL(socket.href).search).toBe("?since=4&epoch=new");
  });

  it("W6 at a gap dispatching stops, and a new socket requests the missing events at once", () => {
    const { server, read, socket } = onlineClient();
    server.latest.say(chat(1), chat(3), welcome({ seq: 8 }), chat(4)).flush();
    expect(read).toEqual([1]);
    expect(server.sockets).toHaveLength(2);
    expect(server.sockets[0]!.closed).toBeDefined();
    expect(server.latest.query.since).toBe("1");
    expect([socket.status, new URL(socket.href).search]).toEqual(["connecting", "?since=1&epoch=e1"]);
    server.welcome({ seq: 4, resumed: true });
    server.latest.say(chat(5)).flush();
    expect(read).toEqual([1, 5]);
  });

  it("W6 after a second gap within 10 s the socket waits like after any lost connection", () => {
    const { server, socket } = onlineClient();
    server.latest.say(chat(2)).flush();
    for (const wait of [2_000, 4_000]) {
      server.welcome();
      server.latest.say(chat(2)).flush();
      expect(socket.status).toBe("offline");
      const before = server.sockets.length;
      pass(wait - 1);
      expect(server.sockets).toHaveLength(before);
      pass(1);
      expect(server.sockets).toHaveLength(before + 1);
    }
  });

  it("W6 after 10 s without a gap, the next one reconnects at once again", () => {
    const { server } = onlineClient();
    server.latest.say(chat(2)).flush();
    server.welcome();
    steady(server, 10_000);
    server.latest.say(chat(2)).flush();
    expect(server.sockets).toHaveLength(3);
  });
});
