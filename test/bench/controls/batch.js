/** The floor, coalesced: each frame is one row, and what arrives within 25 ms leaves as one frame. */
import { byPath, StoringRoom } from "./room.js";

const WINDOW = 25; // ms

export class Room extends StoringRoom {
  #queue = [];
  #timer;

  webSocketMessage(_socket, frame) {
    this.store(frame);
    this.#queue.push(JSON.stringify(frame));
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#flush(), WINDOW);
  }

  #flush() {
    const queue = this.#queue;
    this.#queue = [];
    this.#timer = undefined;
    const frame = queue.length === 1 ? queue[0] : `[${queue.join(",")}]`;
    for (const socket of this.ctx.getWebSockets()) socket.send(frame);
  }
}

export default byPath;
