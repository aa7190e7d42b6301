/** What the controls without a library share: the way to a room, the way into it, and its rows. */
import { DurableObject } from "cloudflare:workers";

/** The Worker: the last segment of the path names the room. */
export const byPath = {
  fetch(request, env) {
    return env.ROOM.getByName(nameOf(request)).fetch(request);
  },
};

export function nameOf(request) {
  return new URL(request.url).pathname.split("/").pop();
}

/** Lets a hibernating socket in. Its first frame tells the bench that it is. */
export function accept(ctx) {
  const [client, server] = Object.values(new WebSocketPair());
  ctx.acceptWebSocket(server);
  server.send("ready");
  return new Response(null, { status: 101, webSocket: client });
}

/** A room that stores each frame as one row. */
export class StoringRoom extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS frames (id INTEGER PRIMARY KEY, frame TEXT)");
  }

  fetch() {
    return accept(this.ctx);
  }

  store(frame) {
    this.ctx.storage.sql.exec("INSERT INTO frames (frame) VALUES (?)", frame);
  }

  webSocketClose() {}
}
