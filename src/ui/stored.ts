/** Values in local storage. Nothing here throws: if the browser denies storage or it is full, reading gives the default and writing does nothing. */

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

function getItem(key: string): string | undefined {
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
  } catch {
    // denied or full
  }
}

function fromJson(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}
