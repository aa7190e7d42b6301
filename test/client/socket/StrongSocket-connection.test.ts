/** StrongSocket: its URL, and the beginning of a connection. */
import { describe, expect, it, vi } from "vitest";
import type { ServerEvent } from "../../../src/shared/protocol";
import { StrongSocket } from "../../../src/socket/StrongSocket";
import { chat, welcome } from "../support/fake-server";
import { client, onlineClient, at } from "../support/socket-client";

describe("W1 the URL", () => {
  it("W1 a page on https opens wss, one on http opens ws", () => {
    expect(at("lobby", { origin: "https://chat.example" })).toBe("wss://chat.example/_ws/lobby");
    expect(at("lobby", { origin: "http://localhost:8787" })).toBe("ws://localhost:8787/_ws/lobby");
  });

  it("W1 without an origin, the page's own is used", () => {
    vi.stubGlobal("location", new URL("https://chat.example/team/design?x#y"));
    expect(at("team/design", {})).toBe("wss://chat.example/_ws/team/design");
  });

  it("W1 each segment of the channel is encoded, the slashes are not", () => {
    expect(at("team/日本", { origin: "http://h" })).toBe("ws://h/_ws/team/%E6%97%A5%E6%9C%AC");
  });

  it("W1 since and epoch are sent together or not at all, and the name is read at each attempt", () => {
    let name = "";
    const socket = StrongSocket.create("lobby", { origin: "http://h", since: 7, epoch: "e&1", name: () => name });
    expect(socket.href).toBe("ws://h/_ws/lobby?since=7&epoch=e%261");
    name = "Ada & Bo";
    expect(new URL(socket.href).searchParams.get("name")).toBe("Ada & Bo");
    expect(at("lobby", { origin: "http://h", since: 7 })).toBe("ws://h/_ws/lobby");
    expect(at("lobby", { origin: "http://h", epoch: "e1" })).toBe("ws://h/_ws/lobby");
    expect(at("lobby", { origin: "http://h", epoch: "e1", since: 0 })).toBe("ws://h/_ws/lobby?since=0&epoch=e1");
  });

  it("W17 what a welcome brings as the page's identity is sent by all later sockets of the page, and by no other page's", () => {
    const identity = { signed: "" };
    const { server, socket } = client({ identity });
    expect(new URL(socket.href).searchParams.get("identity")).toBe("");
    server.latest.say(welcome({ identity: "v1.1.a.2.b" })).flush();
    server.latest.say(welcome()).flush(); // nothing new
    for (const href of [socket.href, at("other", { identity, origin: "http://h" })])
      expect(new URL(href).searchParams.get("identity")).toBe("v1.1.a.2.b");
    expect(new URL(at("lobby", { origin: "http://h" })).searchParams.has("identity")).toBe(false);
  });
});

describe("W2 a connection begins with its welcome", () => {
  it("W2 creating a socket connects nothing, so it works on the server", () => {
    const socket = StrongSocket.create("lobby");
    expect(socket.status).toBe("connecting");
    expect(vi.getTimerCount()).toBe(0);
    socket.retryNow(); // the page became visible, but nobody has asked for a connection
    expect(vi.getTimerCount()).toBe(0);
  });

  it("W2 the status is connecting until the welcome, not only until the socket is open", () => {
    const { server, socket } = client();
    server.latest.accept().flush();
    expect(socket.status).toBe("connecting");
    server.latest.say(welcome());
    expect(socket.status).toBe("connecting"); // still under way
    server.latest.flush();
    expect(socket.status).toBe("online");
  });

  it("W2 events before the welcome are ignored, events after it in the same frame are not", () => {
    const { server, read } = client();
    server.latest.accept().say(chat(1)).pong().flush();
    expect(read).toEqual([]);
    server.latest.say(chat(2), welcome({ seq: 4 }), chat(5)).flush();
    expect(read).toEqual([5]);
  });

  it("W2 each event goes to the handler of its type", () => {
    const heard: string[] = [];
    const hear = (t: string) => () => void heard.push(t);
    const { server } = client(
      {},
      {
        welcome: hear("welcome"),
        chat: hear("chat"),
        page: hear("page"),
        presence: hear("presence"),
        name: hear("name"),
        typing: hear("typing"),
        error: hear("error"),
      },
    );
    const user = { id: "u2", name: "Bo" };
    const events: ServerEvent[] = [
      welcome(),
      chat(1),
      { t: "page", d: { before: 1, messages: [], more: false } },
      { t: "presence", d: { n: 2 } },
      { t: "name", d: { user } },
      { t: "typing", d: { user } },
      { t: "error", d: { code: "empty", message: "Say something." } },
    ];
    server.latest
      .accept()
      .say(...events)
      .flush();
    expect(heard).toEqual(events.map((event) => event.t));
  });

  it("W2 new handlers replace the old ones without a new connection", () => {
    const { server, socket, read } = onlineClient();
    const second: string[] = [];
    socket.connect({ chat: (message) => second.push(message.text) });
    server.latest.say(chat(1)).flush();
    expect([server.sockets.length, read, second]).toEqual([1, [], ["line 1"]]);
  });
});
