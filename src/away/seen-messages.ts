/** The messages that this browser has seen last in each public channel, for when there is no network: in IndexedDB. */
import { createStore, del, get, set } from "idb-keyval";
import type { Message, Quote } from "../shared/protocol";

export const MAX_SEEN = 200; // of a channel

export interface Seen {
  epoch: string;
  /** The latest ones, at most MAX_SEEN. */
  messages: readonly Message[];
  /** Those that they answer. */
  quotes: readonly Quote[];
  /** Whether older ones exist. */
  more: boolean;
  /** When the channel was last connected (Unix ms). */
  at: number;
}

const store = () => createStore("edgewise-seen", "channels");

export const seenIn = (channel: string): Promise<Seen | undefined> => get<Seen>(channel, store()).catch(() => undefined);
export const keepSeen = (channel: string, seen: Seen): Promise<void> => set(channel, seen, store()).catch(() => undefined);
export const forgetSeen = (channel: string): Promise<void> => del(channel, store()).catch(() => undefined);
