/** The floor with storage: as raw, but each frame is one row before it is relayed. */
import { byPath, StoringRoom } from "./room.js";

export class Room extends StoringRoom {
  webSocketMessage(_socket, frame) {
    this.store(frame);
    for (const socket of this.ctx.getWebSockets()) socket.send(frame);
  }
}

export default byPath;
