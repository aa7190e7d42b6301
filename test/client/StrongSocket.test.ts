/** StrongSocket against a server that is moved by hand, in a time that is moved by hand. */

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Message, ServerEvent } from "../../src/protocol";
import { StrongSocket } from "../../src/socket/StrongSocket";
import type { Handlers, SocketOptions } from "../../src/socket/options";
import { chat, FakeServer, welcome } from "./fake-server";

const HOUR = 3_600_000;
const open: StrongSocket[] = [];
const reported = vi.fn<(error: unknown) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("reportError", reported);
  reported.mockClear();
});

afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
  if (vi.getTimerCount() > 0) throw new Error("A closed socket has left a timer behind.");
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A client of `lobby` that was told to connect; its waits are the longest possible ones. */
function client(options: SocketOptions = {}, handlers: Handlers = {}) {
  const server = new FakeServer();
  const socket = StrongSocket.create("lobby", {
    origin: "https://chat.example",
    random: () => 1,
    WebSocket: server.WebSocket,
    ...options,
  });
  open.push(socket);
  const read: number[] = [];
  socket.connect({ chat: (message: Message) => read.push(message.seq), ...handlers });
  return { server, socket, read };
}

/** The same, and it is online. */
function onlineClient(options: SocketOptions = {}, handlers: Handlers = {}) {
  const all = client(options, handlers);
  all.server.welcome();
  return all;
}

const pass = (ms: number) => vi.advanceTimersByTime(ms);
/** Time goes by in which no timer can run. */
const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** The next timer runs a minute later than it should. */
function minuteLate() {
  sleep(60_000);
  vi.advanceTimersToNextTimer();
}

/** Stays online for so long. */
function steady(server: FakeServer, ms: number) {
  for (let left = ms; left > 0; left -= 4_000) {
    server.latest.pong().flush();
    pass(Math.min(left, 4_000));
  }
}

/** Closes the latest socket and returns how long it took until there was another. */
function waitAfterClose(server: FakeServer, code = 1006): number {
  const count = server.sockets.length;
  server.latest.hangUp(code).flush();
  const cutAt = Date.now();
  while (server.sockets.length === count) vi.advanceTimersToNextTimer();
  return Date.now() - cutAt;
}

const at = (path: string, options: SocketOptions) => StrongSocket.create(path, options).href;

describe("W1 where it connects", () => {
  it("W1 a page on https opens wss, one on http opens ws", () => {
    expect(at("lobby", { origin: "https://chat.example" })).toBe("wss://chat.example/_ws/lobby");
    expect(at("lobby", { origin: "http://localhost:8787" })).toBe("ws://localhost:8787/_ws/lobby");
  });

  it("W1 the page's own origin is meant if none is given", () => {
    vi.stubGlobal("location", new URL("https://chat.example/team/design?x#y"));
    expect(at("team/design", {})).toBe("wss://chat.example/_ws/team/design");
  });

  it("W1 each segment of the channel is encoded, the slashes are not", () => {
    expect(at("team/日本", { origin: "http://h" })).toBe("ws://h/_ws/team/%E6%97%A5%E6%9C%AC");
  });

  it("W1 since and epoch go together or not at all, and the name is asked for at each connect", () => {
    let name = "";
    const socket = StrongSocket.create("lobby", { origin: "http://h", since: 7, epoch: "e&1", name: () => name });
    expect(socket.href).toBe("ws://h/_ws/lobby?since=7&epoch=e%261");
    name = "Ada & Bo";
    expect(new URL(socket.href).searchParams.get("name")).toBe("Ada & Bo");
    expect(at("lobby", { origin: "http://h", since: 7 })).toBe("ws://h/_ws/lobby");
    expect(at("lobby", { origin: "http://h", epoch: "e1" })).toBe("ws://h/_ws/lobby");
    expect(at("lobby", { origin: "http://h", epoch: "e1", since: 0 })).toBe("ws://h/_ws/lobby?since=0&epoch=e1");
  });
});

describe("W2 a connection begins with its welcome", () => {
  it("W2 a socket that was only created touches nothing, as on the server", () => {
    const socket = StrongSocket.create("lobby");
    expect(socket.status).toBe("connecting");
    expect(vi.getTimerCount()).toBe(0);
    socket.retryNow(); // the page became visible, but nobody has asked for a connection
    expect(vi.getTimerCount()).toBe(0);
  });

  it("W2 it is connecting until the welcome, not only until it is open", () => {
    const { server, socket } = client();
    server.latest.accept().flush();
    expect(socket.status).toBe("connecting");
    server.latest.say(welcome());
    expect(socket.status).toBe("connecting"); // still under way
    server.latest.flush();
    expect(socket.status).toBe("online");
  });

  it("W2 what comes before the welcome is ignored, what comes in the same frame after it is not", () => {
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

describe("W4 what is sent", () => {
  const hello = { t: "chat", d: { cid: "c1", text: "hello" } } as const;

  it("W4 is taken by a socket that is online", () => {
    const { server, socket } = onlineClient();
    expect(socket.send(hello)).toBe(true);
    expect(JSON.parse(server.latest.sent.at(-1)!)).toEqual(hello);
  });

  it("W4 is refused, not silently lost, before the welcome, while offline, and by a socket that is closing", () => {
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

  it("W4 is taken from within the welcome's handler, where the outbox begins", () => {
    const taken: boolean[] = [];
    const { socket, server } = client();
    socket.connect({ welcome: () => taken.push(socket.send(hello)) });
    server.welcome();
    expect(taken).toEqual([true]);
  });
});

describe("W6 the numbers of events", () => {
  it("W6 each chat event moves since on, and a reconnect asks for what came after it", () => {
    const { server, read } = onlineClient();
    server.latest.say(chat(1)).say(chat(2), chat(3)).flush().hangUp(1006).flush();
    pass(1_000);
    expect(read).toEqual([1, 2, 3]);
    expect(server.latest.query).toEqual({ since: "3", epoch: "e1" });
  });

  it("W6 an old seq is passed on (it acknowledges a repeat) and moves nothing back", () => {
    const { server, read } = onlineClient();
    server.latest.say(chat(1), chat(2), chat(1), chat(3)).flush();
    expect(read).toEqual([1, 2, 1, 3]);
  });

  it("W6 a welcome sets since and epoch, those of another history too", () => {
    const { server, read, socket } = client({ since: 90, epoch: "old" });
    expect(server.latest.query).toEqual({ since: "90", epoch: "old" });
    server.welcome({ seq: 3, epoch: "new" });
    server.latest.say(chat(4)).flush();
    expect(read).toEqual([4]);
    expect(new URL(socket.href).search).toBe("?since=4&epoch=new");
  });

  it("W6 at a gap nothing more is passed on, and a new socket asks for what is missing, at once", () => {
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

  it("W6 a second gap soon after waits as after any lost connection, so that no loop is tight", () => {
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

  it("W6 after 10 s without one, a gap is healed at once again", () => {
    const { server } = onlineClient();
    server.latest.say(chat(2)).flush();
    server.welcome();
    steady(server, 10_000);
    server.latest.say(chat(2)).flush();
    expect(server.sockets).toHaveLength(3);
  });
});

describe("W12 pings", () => {
  it("W12 the first goes out with the welcome, then one every 4 s, however long the answer takes", () => {
    const { server } = client();
    server.latest.accept().flush();
    expect(server.latest.pings).toBe(0);
    server.latest.say(welcome()).flush();
    expect(server.latest.pings).toBe(1);
    for (const took of [100, 1_500, 3_999, 0]) {
      const before = server.latest.pings;
      pass(took);
      server.latest.pong().flush();
      pass(4_000 - took - 1);
      expect(server.latest.pings).toBe(before);
      pass(1);
      expect(server.latest.pings).toBe(before + 1);
    }
  });

  it("W12 lag is unknown, then the mean of the first 4 pongs, then moves by a tenth; each change is told", () => {
    const { server, socket } = onlineClient();
    const told: (number | undefined)[] = [];
    expect(socket.lag).toBeUndefined();
    socket.watch(() => told.push(socket.lag));
    for (const took of [100, 200, 300, 400, 350, 1_250]) {
      pass(took);
      server.latest.pong().flush();
      pass(4_000 - took);
    }
    expect(told.map((lag) => Math.round(lag!))).toEqual([100, 150, 200, 250, 260, 359]);
  });

  it("W12 on another connection the mean begins anew, and the old lag stands until its first pong", () => {
    const { server, socket } = onlineClient();
    pass(900);
    server.latest.pong().flush();
    pass(5_000); // the second ping is under way
    server.latest.hangUp(1006).flush();
    pass(1_000);
    server.welcome();
    expect(socket.lag).toBe(900);
    pass(50);
    server.latest.pong().flush();
    expect(socket.lag).toBe(50);
  });

  it("W12 without a pong for 9 s the socket is dropped, not closed politely, and replaced", () => {
    const { server, socket } = onlineClient();
    pass(8_999);
    expect(socket.status).toBe("online");
    pass(1);
    expect(socket.status).toBe("offline");
    expect(server.sockets[0]!.closed).toBeDefined();
    pass(1_000);
    expect(socket.status).toBe("connecting");
    server.welcome();
    expect(socket.status).toBe("online");
  });

  it("W12 other events are no answer to a ping", () => {
    const { server, socket } = onlineClient();
    for (let seq = 1; seq <= 9; seq++, pass(1_000)) server.latest.say(chat(seq)).flush();
    expect(socket.status).toBe("offline");
  });

  it("W12 a pong in the last instant keeps the socket", () => {
    const { server, socket } = onlineClient();
    pass(8_999);
    server.latest.pong().flush();
    pass(0);
    expect(server.latest.pings).toBe(2); // overdue, so at once
    pass(8_999);
    expect(socket.status).toBe("online");
  });

  it("W12 without a welcome for 9 s the attempt is given up", () => {
    const { server, socket } = client();
    pass(5_000);
    server.latest.accept().flush();
    pass(3_999);
    expect(socket.status).toBe("connecting");
    pass(1);
    expect(socket.status).toBe("offline");
    pass(1_000);
    expect(server.sockets).toHaveLength(2);
  });

  it("W12 what a dropped socket still says is ignored: its events, its pong, its close", () => {
    const { server, socket, read } = onlineClient();
    pass(10_000);
    server.welcome();
    const [old] = server.sockets;
    old!
      .say(chat(1))
      .say(welcome({ seq: 50, epoch: "x" }))
      .pong()
      .hangUp(4001, "removed")
      .flush();
    expect(read).toEqual([]);
    expect([socket.status, socket.lag, socket.closedFor]).toEqual(["online", undefined, undefined]);
    expect(server.sockets).toHaveLength(2);
    server.latest.say(chat(1)).flush();
    expect(read).toEqual([1]);
  });
});

describe("W12 sleep, and timers that come late", () => {
  it("W12 a pong that waited behind a late timer is still heard, before anything is dropped", () => {
    const { server, socket } = onlineClient();
    sleep(HOUR);
    pass(9_000); // the deadline runs, an hour late
    expect(socket.status).toBe("online");
    expect(server.latest.pings).toBe(2);
    server.latest.pong().pong().flush();
    pass(3_000);
    expect(socket.status).toBe("online");
    expect(socket.lag).toBeLessThan(9_000); // the hour measures nothing
  });

  it("W12 if nobody is there after a sleep, that is found within 3 s of waking", () => {
    const { server, socket } = onlineClient();
    server.latest.pong().flush();
    pass(2_000);
    sleep(HOUR);
    pass(2_000); // the next ping is an hour late
    expect(server.latest.pings).toBe(2);
    pass(3_000);
    expect(socket.status).toBe("offline");
  });

  it("W12 an old pong out of the buffer does not stand for the check's own", () => {
    const { server, socket } = onlineClient();
    sleep(HOUR);
    pass(9_000);
    server.latest.pong().flush(); // of the ping before the sleep
    pass(3_000);
    expect(socket.status).toBe("offline");
  });

  it("W12 in a hidden tab, whose timers run once a minute, a live socket stays and a dead one is found", () => {
    const { server, socket } = onlineClient();
    for (let i = 0; i < 10; i++) {
      server.latest.pong().flush(); // messages are not held up
      minuteLate();
      expect(socket.status).toBe("online");
    }
    expect(server.latest.pings).toBe(11);
    minuteLate();
    expect(socket.status).toBe("offline");
  });

  it("W12 a dead socket is found even if every timer is late", () => {
    const { socket } = onlineClient();
    minuteLate();
    minuteLate();
    expect(socket.status).toBe("offline");
  });

  it("W12 a clock that is set back stops neither the pings nor the lag", () => {
    const { server, socket } = onlineClient();
    sleep(-HOUR);
    server.latest.pong().flush();
    expect(socket.lag).toBe(0);
    pass(4_000);
    expect(server.latest.pings).toBe(2);
  });
});

describe("W12 frames", () => {
  it("W12 an array is dispatched in order, as one batch", () => {
    const order: string[] = [];
    const { server } = onlineClient(
      { batch: (dispatch) => (order.push("begin"), dispatch(), order.push("end")) },
      { chat: (message) => order.push(message.text), typing: () => order.push("typing") },
    );
    order.length = 0;
    server.latest.say(chat(1), { t: "typing", d: { user: { id: "u2", name: "Bo" } } }, chat(2)).flush();
    expect(order).toEqual(["begin", "line 1", "typing", "line 2", "end"]);
  });

  it("W12 after each event has gone to its own handler, those of a frame go to `frame` together, up to a gap", () => {
    const order: string[] = [];
    const { server } = onlineClient(
      {},
      {
        chat: (message) => order.push(message.text),
        frame: (events) => order.push(`${events.map(({ t }) => t)}`),
      },
    );
    order.length = 0;
    server.latest
      .say(chat(1), { t: "presence", d: { n: 2 } }, chat(2))
      .say(chat(9))
      .flush();
    expect(order).toEqual(["line 1", "line 2", "chat,presence,chat"]);
    server.welcome({ seq: 2 });
    order.length = 0;
    server.latest.say(chat(3), chat(9), chat(10)).flush();
    expect(order).toEqual(["line 3", "chat"]);
  });

  const nonsense = [
    "",
    "{",
    "ping",
    "null",
    "7",
    '"chat"',
    "[]",
    "[null,[],7]",
    "{}",
    '{"t":7,"d":{}}',
    '{"t":"chat"}',
    '{"t":"chat","d":{}}',
    '{"t":"chat","seq":"1","d":{}}',
    '{"t":"chat","seq":1,"d":null}',
    '{"t":"welcome","d":{"seq":1}}',
    '{"t":"welcome","d":{"epoch":"x"}}',
    '{"t":"constructor","d":{}}',
    '{"t":"__proto__","d":{}}',
    '{"t":"from the future","d":{}}',
  ];

  it.each(nonsense)("W12 a malformed or unknown frame is ignored: %s", (frame) => {
    const { server, socket, read } = onlineClient();
    server.latest.sayRaw(frame).say(chat(1)).flush();
    expect([socket.status, read, reported.mock.calls, server.sockets.length]).toEqual(["online", [1], [], 1]);
    expect(new URL(socket.href).search).toBe("?since=1&epoch=e1");
  });

  it("W12 a binary frame is ignored", () => {
    const { server, read } = onlineClient();
    server.latest
      .sayRaw(new Uint8Array([1, 2]))
      .sayRaw(new Blob(["x"]))
      .say(chat(1))
      .flush();
    expect([read, reported.mock.calls]).toEqual([[1], []]);
  });

  it("W12 an unknown event does not take the others of its frame with it", () => {
    const { server, read } = onlineClient();
    server.latest.sayRaw(`[${JSON.stringify(chat(1))},{"t":"new","d":{}},7,${JSON.stringify(chat(2))}]`).flush();
    expect(read).toEqual([1, 2]);
  });

  it("W12 what is ignored is logged once, if anyone listens", () => {
    const log = vi.fn<(message: string) => void>();
    const { server } = onlineClient({ log });
    for (let i = 0; i < 3; i++) server.latest.sayRaw(`{"t":"new","d":{"i":${i}}}`).sayRaw("{").flush();
    expect(log.mock.calls).toEqual([['lobby: ignored an event "new"'], ["lobby: ignored a frame without an event"]]);
  });

  it("W12 a handler that throws is reported, and stops neither the batch nor the socket", () => {
    const error = new Error("a bug in the page");
    const heard: number[] = [];
    const { server, socket } = onlineClient(
      {},
      {
        chat: ({ seq }) => {
          heard.push(seq);
          if (seq === 1) throw error;
        },
      },
    );
    server.latest.say(chat(1), chat(2)).flush();
    expect(heard).toEqual([1, 2]);
    expect(reported.mock.calls).toEqual([[error]]);
    expect(socket.status).toBe("online");
  });

  it("W12 an error at the end of a batch, or in who watches the status, is reported too", () => {
    let fail = false;
    const { server, socket } = onlineClient({
      batch: (dispatch) => {
        dispatch();
        if (fail) throw new Error("an effect failed");
      },
    });
    const seen: string[] = [];
    socket.watch(() => {
      throw new Error("a watcher failed");
    });
    socket.watch(() => seen.push(socket.status));
    fail = true;
    server.latest.say(chat(1)).flush().hangUp(1006).flush();
    expect(reported).toHaveBeenCalledTimes(2);
    expect(seen).toEqual(["offline"]);
  });

  it("W12 a handler that closes the socket ends the batch", () => {
    const heard: number[] = [];
    const { server, socket } = client();
    socket.connect({ chat: ({ seq }) => (heard.push(seq), socket.close()) });
    server.welcome();
    server.latest.say(chat(1), chat(2)).flush();
    expect(heard).toEqual([1]);
  });

  it("W12 nothing is written to the console", () => {
    const said = (["log", "info", "warn", "error", "debug"] as const).map((level) => vi.spyOn(console, level));
    const { server } = onlineClient();
    server.latest.sayRaw("{").say(chat(9)).flush();
    pass(60_000);
    for (const spy of said) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

describe("W15 reconnecting", () => {
  it.each([1000, 1001, 1005, 1006, 1008, 1009, 1011, 1012, 1013, 4000, 4004])("W15 a close with %i is retried", (code) => {
    const { server, socket } = onlineClient();
    expect(waitAfterClose(server, code)).toBe(1_000);
    expect(socket.closedFor).toBeUndefined();
    server.welcome();
    expect(socket.status).toBe("online");
  });

  it.each([4001, 4002, 4003])("W15 a close with %i is final: shown, and retried by nothing but a new connect", (code) => {
    const { server, socket } = onlineClient();
    server.latest.hangUp(code, "Asked to leave.").flush();
    expect(socket.status).toBe("offline");
    expect(socket.closedFor).toEqual({ code, reason: "Asked to leave." });
    expect(vi.getTimerCount()).toBe(0);
    socket.retryNow();
    socket.pause();
    socket.retryNow();
    expect(server.sockets).toHaveLength(1);
    socket.connect({});
    expect([server.sockets.length, socket.status, socket.closedFor]).toEqual([2, "connecting", undefined]);
  });

  it("W15 closedFor is there when the status is told", () => {
    const { server, socket } = onlineClient();
    const told: unknown[] = [];
    socket.watch(() => told.push([socket.status, socket.closedFor?.code]));
    server.latest.hangUp(4001).flush();
    expect(told).toEqual([["offline", 4001]]);
  });

  it("W15 the bound of the wait doubles from 1 s to 30 s, and the wait is a random part of it", () => {
    const random = vi.fn<() => number>(() => 1);
    const { server } = client({ random });
    expect(Array.from({ length: 7 }, () => waitAfterClose(server))).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    random.mockReturnValueOnce(0.5);
    expect(waitAfterClose(server)).toBe(15_000);
    random.mockReturnValueOnce(0);
    expect(waitAfterClose(server)).toBe(0);
  });

  it("W15 a connection of less than 10 s does not count the tries afresh, one of 10 s does", () => {
    const { server } = client();
    for (const expected of [1_000, 2_000, 4_000]) expect(waitAfterClose(server)).toBe(expected);
    server.welcome();
    steady(server, 9_999);
    expect(waitAfterClose(server)).toBe(8_000);
    server.welcome();
    steady(server, 10_000);
    expect(waitAfterClose(server)).toBe(1_000);
  });

  it("W15 a browser that throws instead of connecting is asked again", () => {
    const { server, socket } = client({
      name: vi
        .fn<() => string>()
        .mockReturnValueOnce("Ada")
        .mockImplementationOnce(() => {
          throw new Error("no storage");
        }),
    });
    server.latest.hangUp(1006).flush();
    expect(() => pass(1_000)).toThrow("no storage");
    pass(9_000 + 2_000);
    expect([server.sockets.length, socket.status]).toEqual([2, "connecting"]);
  });

  it("W15 time spent without a welcome is not time of being connected", () => {
    const { server } = onlineClient();
    expect(waitAfterClose(server)).toBe(1_000);
    server.latest.accept().flush();
    pass(8_900);
    expect(waitAfterClose(server)).toBe(2_000);
    sleep(HOUR);
    expect(waitAfterClose(server)).toBe(4_000);
  });

  it("W15 watchers are told of every change of status, and of nothing after they left", () => {
    const { server, socket } = client();
    const told: string[] = [];
    const unwatch = socket.watch(() => told.push(socket.status));
    server.welcome();
    server.latest.hangUp(1006).flush();
    pass(1_000);
    server.latest.hangUp(1006).flush();
    expect(told).toEqual(["online", "offline", "connecting", "offline"]);
    socket.pause();
    expect(told).toHaveLength(4); // as offline as before
    unwatch();
    socket.retryNow();
    expect(told).toHaveLength(4);
  });
});

describe("W15 a page that wakes up or is put away", () => {
  it("W15 retryNow ends the wait", () => {
    const { server, socket } = onlineClient();
    server.latest.hangUp(1006).flush();
    socket.retryNow();
    expect(server.sockets).toHaveLength(2);
    server.welcome();
    pass(2_000);
    expect(server.sockets).toHaveLength(2); // the wait that was ended does not come back
  });

  it("W15 retryNow lets a connection that is under way go on", () => {
    const { server, socket } = client();
    socket.retryNow();
    pass(8_999);
    expect([socket.status, server.sockets.length]).toEqual(["connecting", 1]);
  });

  it("W15 on a phone that wakes with a dead socket, it is found within 3 s and replaced", () => {
    const { server, socket } = onlineClient();
    server.latest.pong().flush();
    sleep(HOUR);
    socket.retryNow();
    expect(server.latest.pings).toBe(2);
    pass(2_999);
    expect(socket.status).toBe("online");
    pass(1);
    expect(socket.status).toBe("offline");
    pass(1_000);
    expect(server.sockets).toHaveLength(2);
  });

  it("W15 on a phone that wakes with a live socket, it is kept", () => {
    const { server, socket } = onlineClient();
    sleep(HOUR); // with a ping under way
    socket.retryNow();
    server.latest.pong().pong().flush();
    pass(3_999);
    expect(server.latest.pings).toBe(2);
    pass(1);
    expect(server.latest.pings).toBe(3); // and the pings go on
    expect([socket.status, server.sockets.length]).toEqual(["online", 1]);
  });

  it("W15 to be woken again and again does not put the deadline off", () => {
    const { socket } = onlineClient();
    for (let i = 0; i < 3; i++, pass(1_000)) socket.retryNow();
    expect(socket.status).toBe("offline");
  });

  it("W15 a check never gives a ping more than its 9 s", () => {
    const { socket } = onlineClient();
    pass(8_000);
    socket.retryNow();
    pass(1_000);
    expect(socket.status).toBe("offline");
  });

  it("W15 a slow network gets more time to answer the check", () => {
    const { server, socket } = onlineClient();
    pass(2_500);
    server.latest.pong().flush();
    socket.retryNow();
    pass(7_999);
    expect(socket.status).toBe("online");
    pass(1);
    expect(socket.status).toBe("offline");
  });

  it("W15 a page that is put away closes with 1000, keeps no timer, and comes back where it was", () => {
    const { server, socket } = onlineClient();
    server.latest.say(chat(1)).flush();
    socket.pause();
    expect(server.latest.closed?.code).toBe(1000);
    expect([socket.status, vi.getTimerCount()]).toEqual(["offline", 0]);
    server.latest.hangUp(1000).flush();
    pass(HOUR);
    expect(server.sockets).toHaveLength(1);
    socket.retryNow();
    expect(server.latest.query.since).toBe("1");
    expect(socket.status).toBe("connecting");
  });

  it("W15 a page that is put away while it connects or waits keeps no timer either", () => {
    const { server, socket } = client();
    socket.pause();
    expect(vi.getTimerCount()).toBe(0);
    socket.retryNow();
    server.latest.hangUp(1006).flush();
    socket.pause();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("W15 a steady connection counts the tries afresh even if the page put it away", () => {
    const { server, socket } = onlineClient();
    for (let i = 0; i < 3; i++) waitAfterClose(server);
    server.welcome();
    sleep(HOUR);
    socket.pause();
    socket.retryNow();
    server.latest.hangUp(1006).flush();
    pass(1_000);
    expect(socket.status).toBe("connecting");
  });

  it("W15 close is for good", () => {
    const { server, socket } = onlineClient();
    socket.close();
    expect(server.latest.closed?.code).toBe(1000);
    expect([socket.status, vi.getTimerCount()]).toEqual(["offline", 0]);
    server.latest.hangUp(1000).flush();
    socket.retryNow();
    socket.connect({});
    pass(HOUR);
    expect(server.sockets).toHaveLength(1);
  });
});
