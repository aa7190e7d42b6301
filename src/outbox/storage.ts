/** Stores unsent entries beyond the life of a page: named lists, shared by all tabs of this browser. */
import { createStore, get, update } from "idb-keyval";

export interface ListStore<T> {
  read(): Promise<readonly T[]>;
  /** Replaces the list by `edit(list)` in one transaction. */
  change(edit: (entries: readonly T[]) => readonly T[]): Promise<void>;
}

/** In IndexedDB. Rejects if IndexedDB is missing or full. Opens the database at its first use. */
export function browserStore<T>(name: string): ListStore<T> {
  const open = () => createStore("edgewise", "outbox");
  let store = open();
  let last: Promise<unknown> = Promise.resolve();
  // Each operation is tried twice, because Safari closes the connections of background pages, not always with the event that
  // idb-keyval waits for. They run one after another, so that a second try keeps its place.
  const enqueue = <R>(run: () => Promise<R>): Promise<R> => {
    const result = last.then(run).catch(() => {
      store = open();
      return run();
    });
    last = result.catch(() => undefined);
    return result;
  };
  return {
    read: () => enqueue(async () => (await get<readonly T[]>(name, store)) ?? []),
    change: (edit) => enqueue(async () => update<readonly T[]>(name, (entries = []) => edit(entries), store)),
  };
}

/** In memory, for programs and tests. */
export function memoryStore<T>(entries: readonly T[] = []): ListStore<T> {
  return {
    read: async () => entries,
    change: async (edit) => void (entries = edit(entries)),
  };
}
