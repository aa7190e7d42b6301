/** StrongSocket without Solid: a client that prints a channel. */
import { StrongSocket } from "../StrongSocket";
import type { SocketOptions } from "../options";

/** Connects to a channel and prints what happens there. Returns the socket; `close()` ends it. */
export function printChannel(name: string, print: (line: string) => void, options: SocketOptions = {}): StrongSocket {
  const socket = StrongSocket.create(name, options);
  socket.watch(() => print(`* ${socket.status}`));
  socket.connect({
    welcome: ({ channel, n }) => print(`* ${channel}, ${n} online`),
    chat: ({ user, text }) => print(`${user.name}: ${text}`),
    error: ({ message }) => print(`! ${message}`),
  });
  return socket;
}

/** Sends a message. Returns false while the socket is not online: then keep the text, and send it after the next welcome. */
export function say(socket: StrongSocket, text: string): boolean {
  return socket.send({ t: "chat", d: { cid: crypto.randomUUID(), text } });
}
