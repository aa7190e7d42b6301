/** The floor: relays a frame to every socket that the object holds, and does nothing else. */
import { DurableObject } from "cloudflare:workers";
import { accept, byPath } from "./room.js";

export class Room extends DurableObject {
  fetch() {
    return accept(this.ctx);
  }

  webSocketMessage(_socket, frame) {
    for (const socket of this.ctx.getWebSockets()) socket.send(frame);
  }

  webSocketClose() {}
}

export default byPath;
