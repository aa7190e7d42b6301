/** The floor with storage: as raw, but each frame is one row before it is relayed. */
import { DurableObject } from "cloudflare:workers";
import { accept, byPath } from "./room.js";

export class Room extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS frames (id INTEGER PRIMARY KEY, frame TEXT)");
  }

  fetch() {
    return accept(this.ctx);
  }

  webSocketMessage(_socket, frame) {
    this.ctx.storage.sql.exec("INSERT INTO frames (frame) VALUES (?)", frame);
    for (const socket of this.ctx.getWebSockets()) socket.send(frame);
  }

  webSocketClose() {}
}

export default byPath;
