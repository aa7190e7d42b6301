/** Where unsent messages outlive their page: one list a channel, which all tabs of this browser share. */
import { createStore, get, update } from "idb-keyval";
import type { Unsent } from "./UnsentList";

export interface OutboxStore {
  read(): Promise<readonly Unsent[]>;
  /** Replaces the list by what `edit` makes of it; nobody else's change comes between. */
  change(edit: (entries: readonly Unsent[]) => readonly Unsent[]): Promise<void>;
}

/** In IndexedDB; rejects where there is none, or no room. Until its first use it touches nothing. */
export function browserStore(channel: string): OutboxStore {
  const open = () => createStore("edgewise", "outbox");
  let store = open();
  let last: Promise<unknown> = Promise.resolve();
  // One after the other, because the second try of the first must not come after the second. There is a second try because
  // Safari closes the connections of pages in the background, and not always with the event that idb-keyval waits for.
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = last.then(run).catch(() => {
      store = open();
      return run();
    });
    last = result.catch(() => undefined);
    return result;
  };
  return {
    read: () => inTurn(async () => (await get<readonly Unsent[]>(channel, store)) ?? []),
    change: (edit) => inTurn(async () => update<readonly Unsent[]>(channel, (entries = []) => edit(entries), store)),
  };
}

/** In memory: for programs and tests. */
export function memoryStore(entries: readonly Unsent[] = []): OutboxStore {
  return {
    read: async () => entries,
    change: async (edit) => void (entries = edit(entries)),
  };
}
