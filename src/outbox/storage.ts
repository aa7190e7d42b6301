/** Stores unsent entries beyond the life of a page: named lists, shared by all tabs of this browser. */

/** Not in the first load, which shows the page; it is loaded when the page first asks. */
const database = () => import("idb-keyval");

const openStore = () => database().then(({ createStore }) => createStore("edgewise", "outbox"));

/** The names of the lists in IndexedDB that are not empty. */
export async function storedLists(): Promise<string[]> {
  const { entries } = await database();
  const lists = await entries<string, readonly unknown[]>(await openStore());
  return lists.filter(([, list]) => list.length > 0).map(([name]) => name);
}

export interface ListStore<T> {
  read(): Promise<readonly T[]>;
  /** Replaces the list by `edit(list)` in one transaction. */
  change(edit: (entries: readonly T[]) => readonly T[]): Promise<void>;
}

/** Nobody waits longer for the storage. In WebKit, opening a database sometimes never ends. */
export const STORAGE_TIMEOUT = 1_000; // ms

/**
 * In IndexedDB. Rejects if IndexedDB is missing or full. Opens the database at its first use. `onHealth` learns whether the storage
 * works: it does not if it fails or takes longer than STORAGE_TIMEOUT. An operation that takes longer still ends in its turn.
 */
export function browserStore<T>(name: string, onHealth: (works: boolean) => void = () => undefined): ListStore<T> {
  let store: ReturnType<typeof openStore> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  // Each operation is tried twice, because Safari closes the connections of background pages, not always with the event that
  // idb-keyval waits for. They run one after another, so that a second try keeps its place.
  const enqueue = <R>(run: () => Promise<R>, isWrite = false): Promise<R> => {
    let isSlow = false;
    const timer = setTimeout(() => onHealth(!(isSlow = true)), STORAGE_TIMEOUT);
    const result = last.then(run).catch(() => {
      store = undefined;
      return run();
    });
    last = result
      .then(
        () => (isWrite || isSlow) && onHealth(true), // a full storage can still be read
        () => onHealth(false),
      )
      .finally(() => clearTimeout(timer));
    return result;
  };
  return {
    read: () => enqueue(async () => (await (await database()).get<readonly T[]>(name, await (store ??= openStore()))) ?? []),
    change: (edit) =>
      enqueue(
        async () => (await database()).update<readonly T[]>(name, (entries = []) => edit(entries), await (store ??= openStore())),
        true,
      ),
  };
}

/** In memory, for programs and tests. */
export function memoryStore<T>(entries: readonly T[] = []): ListStore<T> {
  return {
    read: async () => entries,
    change: async (edit) => void (entries = edit(entries)),
  };
}
