/** A StrongSocket with a fake server and fake timers. */
import { afterEach, beforeEach, vi } from "vitest";
import type { Message } from "../../../src/shared/protocol";
import { StrongSocket } from "../../../src/socket/StrongSocket";
import type { Handlers, SocketOptions } from "../../../src/socket/options";
import { FakeServer } from "./fake-server";

export const HOUR = 3_600_000;
const open: StrongSocket[] = [];
export const reported = vi.fn<(error: unknown) => void>();

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
export function client(options: SocketOptions = {}, handlers: Handlers = {}) {
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
export function onlineClient(options: SocketOptions = {}, handlers: Handlers = {}) {
  const all = client(options, handlers);
  all.server.welcome();
  return all;
}

export const pass = (ms: number) => vi.advanceTimersByTime(ms);
/** Time goes by in which no timer can run. */
export const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** The next timer runs a minute later than it should. */
export function minuteLate() {
  sleep(60_000);
  vi.advanceTimersToNextTimer();
}

/** Stays online for so long. */
export function steady(server: FakeServer, ms: number) {
  for (let left = ms; left > 0; left -= 4_000) {
    server.latest.pong().flush();
    pass(Math.min(left, 4_000));
  }
}

/** Closes the latest socket and returns how long it took until there was another. */
export function waitAfterClose(server: FakeServer, code = 1006): number {
  const count = server.sockets.length;
  server.latest.hangUp(code).flush();
  const cutAt = Date.now();
  while (server.sockets.length === count) vi.advanceTimersToNextTimer();
  return Date.now() - cutAt;
}

export const at = (path: string, options: SocketOptions) => StrongSocket.create(path, options).href;
