/** What pages leave for the service worker, which has no local storage: in an IndexedDB database of their own. */
import { createStore, get, set } from "idb-keyval";
import type { Wants } from "./subscription";

export interface WorkerState {
  /** The sentence about n new messages, in the page's language, by n. */
  newMessages: readonly string[];
  /** The channels with a subscription. */
  wants: Readonly<Record<string, Wants>>;
}

const KEY = "state";
const store = () => createStore("edgewise-worker", "state");

export async function readWorkerState(): Promise<WorkerState> {
  return (await get<WorkerState>(KEY, store()).catch(() => undefined)) ?? { newMessages: [], wants: {} };
}

export function writeWorkerState(state: WorkerState): Promise<void> {
  return set(KEY, state, store());
}
