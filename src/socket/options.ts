/** What a `StrongSocket` is given by whoever uses it. */

import type { ServerEvent } from "../shared/protocol";

/**
 * One function for each type of server event, called with its `d`; and `frame`, called with the events of a frame together
 * after each of them has gone to its own, for what costs as much for many as for one.
 */
export type Handlers = { [E in ServerEvent as E["t"]]?: (d: E["d"]) => void } & {
  frame?: (events: readonly ServerEvent[]) => void;
};

/** As much of a WebSocket as is used here. */
export type Wire = Pick<WebSocket, "readyState" | "send" | "close" | "addEventListener">;

export interface SocketOptions {
  /** What the page already shows: the highest seq in it, and the epoch that this seq belongs to. */
  since?: number | undefined;
  epoch?: string | undefined;
  /** The name to connect with, asked for at each connect. */
  name?: () => string | undefined;
  /** Runs the dispatch of one frame, so that many events can become one render (Solid's `batch`). */
  batch?: (dispatch: () => void) => void;
  /** Gets what a developer may want to know. Without it, nobody does. */
  log?: (message: string) => void;
  // For tests:
  WebSocket?: new (url: string) => Wire;
  random?: () => number;
  origin?: string;
}
