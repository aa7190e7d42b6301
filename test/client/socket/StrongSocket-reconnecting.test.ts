/** StrongSocket: reconnecting. */
import { describe, expect, it, vi } from "vitest";
import { HOUR, client, onlineClient, pass, sleep, steady, waitAfterClose } from "../support/socket-client";

describe("W15 reconnecting", () => {
  it.each([1000, 1001, 1005, 1006, 1008, 1009, 1011, 1012, 1013, 4000, 4005])("W15 a close with %i is retried", (code) => {
    const { server, socket } = onlineClient();
    expect(waitAfterClose(server, code)).toBe(1_000);
    expect(socket.closedFor).toBeUndefined();
    server.welcome();
    expect(socket.status).toBe("online");
  });

  it.each([4001, 4002, 4003, 4004])("W15 a close with %i is final: shown, and retried by nothing but a new connect", (code) => {
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

  it("W15 closedFor is set when watchers are called", () => {
    const { server, socket } = onlineClient();
    const changes: unknown[] = [];
    socket.watch(() => changes.push([socket.status, socket.closedFor?.code]));
    server.latest.hangUp(4001).flush();
    expect(changes).toEqual([["offline", 4001]]);
  });

  it("W15 the bound of the wait doubles from 1 s to 30 s, and the wait is random below it", () => {
    const random = vi.fn<() => number>(() => 1);
    const { server } = client({ random });
    expect(Array.from({ length: 7 }, () => waitAfterClose(server))).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    random.mockReturnValueOnce(0.5);
    expect(waitAfterClose(server)).toBe(15_000);
    random.mockReturnValueOnce(0);
    expect(waitAfterClose(server)).toBe(0);
  });

  it("W15 a connection of 10 s resets the number of attempts, a shorter one does not", () => {
    const { server } = client();
    for (const expected of [1_000, 2_000, 4_000]) expect(waitAfterClose(server)).toBe(expected);
    server.welcome();
    steady(server, 9_999);
    expect(waitAfterClose(server)).toBe(8_000);
    server.welcome();
    steady(server, 10_000);
    expect(waitAfterClose(server)).toBe(1_000);
  });

  it("W15 a browser that throws instead of connecting is tried again", () => {
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

  it("W15 time without a welcome does not count as connected", () => {
    const { server } = onlineClient();
    expect(waitAfterClose(server)).toBe(1_000);
    server.latest.accept().flush();
    pass(8_900);
    expect(waitAfterClose(server)).toBe(2_000);
    sleep(HOUR);
    expect(waitAfterClose(server)).toBe(4_000);
  });

  it("W15 watchers are called at every change of status, and not after they unsubscribe", () => {
    const { server, socket } = client();
    const statuses: string[] = [];
    const unwatch = socket.watch(() => statuses.push(socket.status));
    server.welcome();
    server.latest.hangUp(1006).flush();
    pass(1_000);
    server.latest.hangUp(1006).flush();
    expect(statuses).toEqual(["online", "offline", "connecting", "offline"]);
    socket.pause();
    expect(statuses).toHaveLength(4); // as offline as before
    unwatch();
    socket.retryNow();
    expect(statuses).toHaveLength(4);
  });
});
