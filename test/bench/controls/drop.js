/** The floor of a flood: as rawsql, but it knows spam, drops it, ends who sends it, and sees to it that the others are read meanwhile. */
import { byPath, StoringRoom } from "./room.js";

const BREATHE_EVERY = 16; // as Edgewise's channel

export class Room extends StoringRoom {
  #dropped = 0;
  #isBreathing = false;

  webSocketMessage(socket, frame) {
    if (frame.includes("Buy now")) return this.#drop(socket);
    this.store(frame);
    for (const other of this.ctx.getWebSockets()) if (other.readyState === WebSocket.OPEN) other.send(frame);
  }

  #drop(socket) {
    if (socket.readyState === WebSocket.OPEN) socket.close(1008, "Spam.");
    if (++this.#dropped % BREATHE_EVERY !== 0 || this.#isBreathing) return;
    this.#isBreathing = true;
    const breath = this.ctx.blockConcurrencyWhile(() => new Promise((resolve) => setTimeout(resolve, 0)));
    void breath.then(() => (this.#isBreathing = false));
  }
}

export default byPath;
