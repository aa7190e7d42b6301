/** What the controls without a library share: the way to a room, the way into it, and its rows. */
import { DurableObject } from "cloudflare:workers";

/** The Worker: the last segment of the path names the room. */
export const byPath = {
  fetch(request, env) {
    const name = nameOf(request);
    return env.ROOM.getByName(request.method === "POST" ? `files of ${name}` : name).fetch(request);
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

/** A room that stores each frame as one row, and each file, which is posted to the room beside it. */
export class StoringRoom extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS frames (id INTEGER PRIMARY KEY, frame TEXT)");
    ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS files (id INTEGER PRIMARY KEY, bytes BLOB)");
  }

  async fetch(request) {
    if (request.method !== "POST") return accept(this.ctx);
    this.ctx.storage.sql.exec("INSERT INTO files (bytes) VALUES (?)", await request.arrayBuffer());
    return new Response(null, { status: 201 });
  }

  store(frame) {
    this.ctx.storage.sql.exec("INSERT INTO frames (frame) VALUES (?)", frame);
  }

  webSocketClose() {}
}
