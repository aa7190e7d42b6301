/** The floor, coalesced: each frame is one row, and what arrives within 25 ms leaves as one frame. */
import { DurableObject } from "cloudflare:workers";
import { accept, byPath } from "./room.js";

const WINDOW = 25; // ms

export class Room extends DurableObject {
  #queue = [];
  #timer;

  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS frames (id INTEGER PRIMARY KEY, frame TEXT)");
  }

  fetch() {
    return accept(this.ctx);
  }

  webSocketMessage(_socket, frame) {
    this.ctx.storage.sql.exec("INSERT INTO frames (frame) VALUES (?)", frame);
    this.#queue.push(JSON.stringify(frame));
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#flush(), WINDOW);
  }

  webSocketClose() {}

  #flush() {
    const queue = this.#queue;
    this.#queue = [];
    this.#timer = undefined;
    const frame = queue.length === 1 ? queue[0] : `[${queue.join(",")}]`;
    for (const socket of this.ctx.getWebSockets()) socket.send(frame);
  }
}

export default byPath;
