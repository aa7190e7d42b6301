/** Where what is not yet sent outlives its page: lists by their names, which all tabs of this browser share. */
import { createStore, get, update } from "idb-keyval";

export interface ListStore<T> {
  read(): Promise<readonly T[]>;
  /** Replaces the list by what `edit` makes of it; nobody else's change comes between. */
  change(edit: (entries: readonly T[]) => readonly T[]): Promise<void>;
}

/** In IndexedDB; rejects where there is none, or no room. Until its first use it touches nothing. */
export function browserStore<T>(name: string): ListStore<T> {
  const open = () => createStore("edgewise", "outbox");
  let store = open();
  let last: Promise<unknown> = Promise.resolve();
  // One after the other, because the second try of the first must not come after the second. There is a second try because
  // Safari closes the connections of pages in the background, and not always with the event that idb-keyval waits for.
  const inTurn = <R>(run: () => Promise<R>): Promise<R> => {
    const result = last.then(run).catch(() => {
      store = open();
      return run();
    });
    last = result.catch(() => undefined);
    return result;
  };
  return {
    read: () => inTurn(async () => (await get<readonly T[]>(name, store)) ?? []),
    change: (edit) => inTurn(async () => update<readonly T[]>(name, (entries = []) => edit(entries), store)),
  };
}

/** In memory: for programs and tests. */
export function memoryStore<T>(entries: readonly T[] = []): ListStore<T> {
  return {
    read: async () => entries,
    change: async (edit) => void (entries = edit(entries)),
  };
}
