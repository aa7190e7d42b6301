/** partyserver as its chat template uses it: hibernating, a broadcast, and one row a message. */
import { Server, getServerByName } from "partyserver";
import { nameOf } from "./room.js";

export class Room extends Server {
  static options = { hibernate: true };

  onStart() {
    this.ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS messages (id TEXT PRIMARY KEY, user TEXT, role TEXT, content TEXT)");
  }

  onConnect(connection) {
    connection.send("ready");
  }

  onMessage(_connection, frame) {
    this.broadcast(frame);
    const { id, user, role, content } = JSON.parse(frame);
    this.ctx.storage.sql.exec(
      `INSERT INTO messages (id, user, role, content) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET content = excluded.content`,
      id,
      user,
      role,
      content,
    );
  }
}

export default {
  async fetch(request, env) {
    const room = await getServerByName(env.ROOM, nameOf(request));
    return room.fetch(request);
  },
};
