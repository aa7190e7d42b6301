/** Files that another app has shared: the service worker keeps them until the page has taken them. */
import { createStore, del, get, set } from "idb-keyval";

const KEY = "files";
const store = () => createStore("edgewise-shared", "files");

export const keepSharedFiles = (files: readonly File[]): Promise<void> => set(KEY, files, store());

/** Resolves to none if there are none, or storage is denied. */
export const sharedFiles = (): Promise<readonly File[]> =>
  get<readonly File[]>(KEY, store()).then(
    (files) => files ?? [],
    () => [],
  );

export const forgetSharedFiles = (): Promise<void> => del(KEY, store()).catch(() => undefined);
