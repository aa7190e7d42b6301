/** crossws as its documentation uses it: one adapter of the module, subscribe on open, publish on message. */
import { DurableObject } from "cloudflare:workers";
import crossws from "crossws/adapters/cloudflare";
import { nameOf } from "./room.js";

const TOPIC = "chat";

const ws = crossws({
  resolveDurableStub: (request, env) => request && env.ROOM.getByName(nameOf(request)),
  hooks: {
    open(peer) {
      peer.subscribe(TOPIC);
      peer.send("ready");
    },
    message(peer, message) {
      const text = message.text();
      peer.send(text);
      peer.publish(TOPIC, text); // to the others
    },
  },
});

export class Room extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    ws.handleDurableInit(this, ctx, env);
  }

  fetch(request) {
    return ws.handleDurableUpgrade(this, request);
  }

  webSocketMessage(socket, frame) {
    return ws.handleDurableMessage(this, socket, frame);
  }

  webSocketClose(socket, code, reason, wasClean) {
    return ws.handleDurableClose(this, socket, code, reason, wasClean);
  }
}

export default { fetch: (request, env, ctx) => ws.handleUpgrade(request, env, ctx) };
