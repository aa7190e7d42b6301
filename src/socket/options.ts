/** The options and handlers of a `StrongSocket`. */

import type { ServerEvent } from "../shared/protocol";

/**
 * One function for each type of server event, called with its `d`. `frame` is called once for each frame with all of its events,
 * after the other handlers.
 */
export type Handlers = { [E in ServerEvent as E["t"]]?: (d: E["d"]) => void } & {
  frame?: (events: readonly ServerEvent[]) => void;
};

/** The parts of a WebSocket that are used here. */
export type WebSocketLike = Pick<WebSocket, "readyState" | "send" | "close" | "addEventListener">;

export interface SocketOptions {
  /** The highest seq that the page already shows, and the epoch to which that seq belongs. */
  since?: number | undefined;
  epoch?: string | undefined;
  /** The name to connect with, read at each attempt. */
  name?: () => string | undefined;
  /** The identity from an earlier welcome, kept for the next attempt: what makes a page without cookies one person (W17). */
  identity?: { signed: string };
  /** Runs the dispatch of one frame, so that its events cause one render: Solid's `batch`. */
  batch?: (dispatch: () => void) => void;
  /** Called with messages for developers. */
  log?: (message: string) => void;
  // For tests:
  WebSocket?: new (url: string) => WebSocketLike;
  random?: () => number;
  origin?: string;
}
