/** StrongSocket: frames with several events, and frames that it cannot read. */
import { describe, expect, it, vi } from "vitest";
import { chat } from "../support/fake-server";
import { reported, client, onlineClient, pass } from "../support/socket-client";

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

  it("W12 after the handlers of the events, the whole frame goes to `frame` together, up to a gap", () => {
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

  it("W12 an unknown event does not affect the others in its frame", () => {
    const { server, read } = onlineClient();
    server.latest.sayRaw(`[${JSON.stringify(chat(1))},{"t":"new","d":{}},7,${JSON.stringify(chat(2))}]`).flush();
    expect(read).toEqual([1, 2]);
  });

  it("W12 ignored frames are logged once", () => {
    const log = vi.fn<(message: string) => void>();
    const { server } = onlineClient({ log });
    for (let i = 0; i < 3; i++) server.latest.sayRaw(`{"t":"new","d":{"i":${i}}}`).sayRaw("{").flush();
    expect(log.mock.calls).toEqual([['lobby: ignored an event "new"'], ["lobby: ignored a frame without an event"]]);
  });

  it("W12 an error in a handler is reported, and stops neither the batch nor the socket", () => {
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

  it("W12 an error at the end of a batch or in a watcher is reported, too", () => {
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
