/** What the controls without a library share: the way to a room, and the way into it. */

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
