/** Values in local storage. Nothing here throws: if the browser denies storage or it is full, a value lives as long as the page. */
import { makeEventListener } from "@solid-primitives/event-listener";

/** All keys in local storage. Renaming one loses what users have stored. A key that ends with a colon is followed by a channel name. */
export const STORAGE_KEYS = {
  deviceKey: "edgewise:device-key",
  deviceState: "edgewise:devices",
  draft: "draft:",
  notificationPreferences: "edgewise:settings",
  push: "edgewise:push",
  ownerOffered: "edgewise:recovery-offered",
  readMark: "edgewise:read:",
  recentEmoji: "emoji",
  visited: "edgewise:visited",
} as const;

export interface Stored<T> {
  read(): T;
  write(value: T): void;
}

/** A JSON value. `parse` turns what is stored into a valid value; it gets `undefined` if nothing is stored, or no JSON. */
export function stored<T>(key: string, parse: (value: unknown) => T): Stored<T> {
  return {
    read: () => parse(fromJson(getItem(key))),
    write: (value) => setItem(key, JSON.stringify(value)),
  };
}

/** A text, stored as it is. Empty if nothing is stored; an empty text is removed. */
export function storedText(key: string): Stored<string> {
  return {
    read: () => getItem(key) ?? "",
    write: (text) => setItem(key, text === "" ? undefined : text),
  };
}

/** Calls `listener` with the key that another tab has changed, or with `null` if it has removed all keys. */
export function onStorageChange(listener: (key: string | null) => void): void {
  makeEventListener(window, "storage", ({ key }) => listener(key));
}

const unstored = new Map<string, string | undefined>();

function getItem(key: string): string | undefined {
  if (unstored.has(key)) return unstored.get(key);
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined; // denied
  }
}

function setItem(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    unstored.delete(key);
  } catch {
    unstored.set(key, value); // denied or full
  }
}

function fromJson(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}
