/** The one path from the channel to its peers: an event is serialised once, and a slow or broken peer harms nobody else. */
import { CLOSE, MAX_UNSENT, type ServerEvent } from "../src/protocol";

export class FanOut {
  #sockets: () => WebSocket[];

  /** `sockets` lists the live sockets: the runtime's own list, so it is right after a wake as well. */
  constructor(sockets: () => WebSocket[]) {
    this.#sockets = sockets;
  }

  /** Sends `event` to every peer, or to those whose socket `to` accepts. */
  send(event: ServerEvent, to: (socket: WebSocket) => boolean = () => true): void {
    const frame = JSON.stringify(event);
    for (const socket of this.#sockets()) if (to(socket)) this.#write(socket, frame);
  }

  #write(socket: WebSocket, frame: string): void {
    if (socket.readyState !== WebSocket.OPEN) return;
    try {
      socket.send(frame);
      if (unsent(socket) > MAX_UNSENT) socket.close(CLOSE.tryLater, "You are too far behind. Reconnect to catch up.");
    } catch {
      socket.close(CLOSE.tryLater, "The connection failed. Reconnect to catch up.");
    }
  }
}

/** Bytes that wait for a peer. workerd implements the standard's `bufferedAmount`; its types do not list it yet. */
function unsent(socket: WebSocket): number {
  return (socket as WebSocket & { bufferedAmount?: number }).bufferedAmount ?? 0;
}
