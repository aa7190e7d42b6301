/** Tells a socket what happens to the page it lives on (W15). */

import type { StrongSocket } from "./StrongSocket";

/** Returns what ends it. Browser only. */
export function followPage(socket: Pick<StrongSocket, "pause" | "retryNow">): () => void {
  const gone = new AbortController();
  const on = (target: EventTarget, type: string, then: (event: Event) => void) =>
    target.addEventListener(type, then, { signal: gone.signal });
  // Browsers do not keep a page with an open socket in the back/forward cache, or cut the socket there
  on(window, "pagehide", () => socket.pause());
  on(window, "pageshow", (event) => (event as PageTransitionEvent).persisted && socket.retryNow());
  on(window, "online", () => socket.retryNow());
  on(window, "offline", () => socket.retryNow()); // some network went, perhaps not the one in use: this finds out
  on(document, "visibilitychange", () => document.visibilityState === "visible" && socket.retryNow());
  return () => gone.abort();
}
