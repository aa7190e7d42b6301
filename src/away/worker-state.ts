/** What pages leave for the service worker, which has no local storage: in an IndexedDB database of their own. */
import { createStore, get, set } from "idb-keyval";
import type { Wants } from "./subscription";

/** What the worker says, in the language of the page. */
export interface WorkerSentences {
  /** About n new messages, by n. */
  newMessages: readonly string[];
  /** There is no network, and this channel is not kept. */
  notKept?: string;
  /** Before a list of those that are. */
  kept?: string;
  /** The BCP 47 tag of the language, and its direction. */
  lang?: string;
  dir?: string;
}

export interface WorkerState extends WorkerSentences {
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
