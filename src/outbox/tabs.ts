/** The other tabs that have the same channel open: notifies them of changes, and detects a closed one. */
import { randomId } from "./random-id";

export interface Tabs {
  /** This tab's id. */
  readonly id: string;
  /** Marks this tab as open. Calls `onNotify` when another tab has changed the shared list. */
  open(onNotify: () => void): Promise<void>;
  /** Tells the other tabs that the shared list has changed. */
  notify(): void;
  /** Runs `takeOver` if `tab` is closed. No other tab runs its own at the same time. */
  ifClosed(tab: string, takeOver: () => Promise<void>): Promise<void>;
  /** The same, as soon as `tab` is closed. */
  whenClosed(tab: string, takeOver: () => Promise<void>): void;
  /** Marks this tab as closed. It may open again. */
  close(): void;
}

/** For a program that shares its store with no other: all entries of others are those of closed tabs. */
export function noTabs(): Tabs {
  return {
    id: randomId(),
    open: async () => undefined,
    notify: () => undefined,
    ifClosed: (_tab, takeOver) => takeOver(),
    whenClosed: () => undefined,
    close: () => undefined,
  };
}

/**
 * Each tab holds a Web Lock named after its id while it is open. If another tab gets that lock, the first one is closed, even
 * if it crashed. Without Web Locks (a page without https), all other tabs count as closed when this one opens.
 */
export class BrowserTabs implements Tabs {
  readonly id = randomId();
  readonly #channel: string;
  readonly #watched = new Set<string>(); // ids of tabs
  #broadcast: BroadcastChannel | undefined;
  #closed = new AbortController();

  constructor(channel: string) {
    this.#channel = channel;
  }

  async open(onNotify: () => void): Promise<void> {
    this.close();
    this.#closed = new AbortController();
    const { signal } = this.#closed;
    try {
      this.#broadcast = new BroadcastChannel(`edgewise outbox ${this.#channel}`);
      this.#broadcast.addEventListener("message", onNotify);
    } catch {
      // missing or denied: the other tabs learn of changes when they read the list
    }
    const ended = new Promise<void>((end) => signal.addEventListener("abort", () => end()));
    await new Promise<void>((locked) => {
      this.#request(this.id, { signal }, async () => {
        locked();
        await ended;
      }).then(locked);
    });
  }

  notify(): void {
    this.#broadcast?.postMessage("changed");
  }

  ifClosed(tab: string, takeOver: () => Promise<void>): Promise<void> {
    if (!navigator.locks) return takeOver();
    return this.#request(tab, { ifAvailable: true }, async (lock) => lock && takeOver());
  }

  whenClosed(tab: string, takeOver: () => Promise<void>): void {
    if (!navigator.locks || this.#watched.has(tab)) return;
    this.#watched.add(tab);
    const { signal } = this.#closed;
    void this.#request(tab, { signal }, takeOver).then(() => this.#watched.delete(tab));
  }

  /** Browsers keep no page in the back/forward cache that holds or requests a lock. */
  close(): void {
    this.#closed.abort();
    this.#broadcast?.close();
    this.#broadcast = undefined;
  }

  /** Resolves when the lock is released, when the request is aborted, or at once if the browser has no Web Locks. */
  async #request(tab: string, options: LockOptions, run: (lock: Lock | null) => Promise<unknown>): Promise<void> {
    await navigator.locks?.request(`edgewise tab ${tab}`, options, run).catch(() => undefined);
  }
}
