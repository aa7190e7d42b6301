/** StrongSocket: pings, sleep, and late timers. */
import { describe, expect, it } from "vitest";
import { chat, welcome } from "../support/fake-server";
import { HOUR, client, onlineClient, pass, sleep, minuteLate } from "../support/socket-client";

describe("W12 pings", () => {
  it("W12 the first ping follows the welcome, then one is sent every 4 s, however long the pong takes", () => {
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

  it("W12 lag is undefined, then the mean of the first 4 pongs, then a moving average; each change is reported", () => {
    const { server, socket } = onlineClient();
    const lags: (number | undefined)[] = [];
    expect(socket.lag).toBeUndefined();
    socket.watch(() => lags.push(socket.lag));
    for (const took of [100, 200, 300, 400, 350, 1_250]) {
      pass(took);
      server.latest.pong().flush();
      pass(4_000 - took);
    }
    expect(lags.map((lag) => Math.round(lag!))).toEqual([100, 150, 200, 250, 260, 359]);
  });

  it("W12 on another connection the mean starts again, and the old lag stays until the first pong", () => {
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

  it("W12 without a pong for 9 s the socket is dropped without waiting for its close, and replaced", () => {
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

  it("W12 a pong at the last moment keeps the socket", () => {
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

  it("W12 events, pongs and the close of a dropped socket are ignored", () => {
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

describe("W12 sleep and late timers", () => {
  it("W12 a pong that waits behind a late timer still counts", () => {
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

  it("W12 after a sleep a dead connection is detected within 3 s", () => {
    const { server, socket } = onlineClient();
    server.latest.pong().flush();
    pass(2_000);
    sleep(HOUR);
    pass(2_000); // the next ping is an hour late
    expect(server.latest.pings).toBe(2);
    pass(3_000);
    expect(socket.status).toBe("offline");
  });

  it("W12 an old buffered pong does not answer the check's ping", () => {
    const { server, socket } = onlineClient();
    sleep(HOUR);
    pass(9_000);
    server.latest.pong().flush(); // of the ping before the sleep
    pass(3_000);
    expect(socket.status).toBe("offline");
  });

  it("W12 in a hidden tab, whose timers run once a minute, a live socket stays and a dead one is detected", () => {
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

  it("W12 a dead socket is detected even if every timer is late", () => {
    const { socket } = onlineClient();
    minuteLate();
    minuteLate();
    expect(socket.status).toBe("offline");
  });

  it("W12 a system clock that is set back stops neither the pings nor the lag", () => {
    const { server, socket } = onlineClient();
    sleep(-HOUR);
    server.latest.pong().flush();
    expect(socket.lag).toBe(0);
    pass(4_000);
    expect(server.latest.pings).toBe(2);
  });
});
