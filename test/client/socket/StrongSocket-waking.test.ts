/** StrongSocket: a page that wakes up, goes away or closes the socket. */
import { describe, expect, it, vi } from "vitest";
import { chat } from "../support/fake-server";
import { HOUR, client, onlineClient, pass, sleep, waitAfterClose } from "../support/socket-client";

describe("W15 a page that wakes up or goes away", () => {
  it("W15 retryNow ends the wait", () => {
    const { server, socket } = onlineClient();
    server.latest.hangUp(1006).flush();
    socket.retryNow();
    expect(server.sockets).toHaveLength(2);
    server.welcome();
    pass(2_000);
    expect(server.sockets).toHaveLength(2); // the wait that was ended does not come back
  });

  it("W15 retryNow does not interrupt an attempt", () => {
    const { server, socket } = client();
    socket.retryNow();
    pass(8_999);
    expect([socket.status, server.sockets.length]).toEqual(["connecting", 1]);
  });

  it("W15 an attempt that hangs while the page wakes is followed by another at once, and then by the usual wait", () => {
    const { server, socket } = client();
    for (const expected of [1_000, 2_000, 4_000]) expect(waitAfterClose(server)).toBe(expected);
    socket.retryNow();
    socket.retryNow();
    expect(waitAfterClose(server)).toBe(0);
    expect(waitAfterClose(server)).toBe(16_000);
  });

  it("W15 a wake during an attempt does not skip the wait after the welcome", () => {
    const { server, socket } = client();
    socket.retryNow();
    server.welcome();
    expect(waitAfterClose(server)).toBe(1_000);
  });

  it("W15 on a phone that wakes up, a dead socket is detected within 3 s and replaced", () => {
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

  it("W15 on a phone that wakes up, a live socket is kept", () => {
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

  it("W15 repeated wakes do not postpone the deadline", () => {
    const { socket } = onlineClient();
    for (let i = 0; i < 3; i++, pass(1_000)) socket.retryNow();
    expect(socket.status).toBe("offline");
  });

  it("W15 a check never extends the 9 s of a ping", () => {
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

  it("W15 a page that goes away closes with 1000, keeps no timer, and resumes later", () => {
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

  it("W15 a page that goes away while it connects or waits keeps no timer", () => {
    const { server, socket } = client();
    socket.pause();
    expect(vi.getTimerCount()).toBe(0);
    socket.retryNow();
    server.latest.hangUp(1006).flush();
    socket.pause();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("W15 a stable connection resets the number of attempts even if the page closed it", () => {
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

  it("W15 close is final", () => {
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
