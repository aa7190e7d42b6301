/** Pauses a socket when its page goes away, and reconnects it when the page or the network comes back (W15). */

import type { StrongSocket } from "./StrongSocket";

/** Returns a function that stops this. Browser only. */
export function followPage(socket: Pick<StrongSocket, "pause" | "retryNow">): () => void {
  const ended = new AbortController();
  const on = (target: EventTarget, type: string, handler: (event: Event) => void) =>
    target.addEventListener(type, handler, { signal: ended.signal });
  // With an open socket, browsers do not put the page into the back/forward cache, or they cut the socket there
  on(window, "pagehide", () => socket.pause());
  on(window, "pageshow", (event) => (event as PageTransitionEvent).persisted && socket.retryNow());
  on(window, "online", () => socket.retryNow());
  on(window, "offline", () => socket.retryNow()); // one network is gone, perhaps not the one in use: this checks the connection
  on(document, "visibilitychange", () => document.visibilityState === "visible" && socket.retryNow());
  return () => ended.abort();
}
