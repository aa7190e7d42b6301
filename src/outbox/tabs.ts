/** The other tabs that have the same channel open: tells them of changes, and knows when one is gone. */
import { randomId } from "./random-id";

export interface Tabs {
  /** This tab's own. */
  readonly id: string;
  /** Is here from now on, and calls `nudged` whenever another tab has changed what all share. */
  open(nudged: () => void): Promise<void>;
  nudge(): void;
  /** Runs `inherit` if `tab` is gone, and nobody else who asks meanwhile. */
  ifGone(tab: string, inherit: () => Promise<void>): Promise<void>;
  /** The same as soon as it is gone. */
  whenGone(tab: string, inherit: () => Promise<void>): void;
  /** Is gone, for the others. It may open again. */
  close(): void;
}

/** For a program that shares its store with nobody: whoever left something in it is gone. */
export function noTabs(): Tabs {
  return {
    id: randomId(),
    open: async () => undefined,
    nudge: () => undefined,
    ifGone: (_tab, inherit) => inherit(),
    whenGone: () => undefined,
    close: () => undefined,
  };
}

/**
 * Each tab holds a Web Lock of its own name for as long as it lives: who gets that lock knows that it is gone, however it
 * ended. Without Web Locks (plain http on a LAN) there is no telling: all are taken for gone when this one opens.
 */
export class BrowserTabs implements Tabs {
  readonly id = randomId();
  readonly #channel: string;
  readonly #awaited = new Set<string>();
  #others: BroadcastChannel | undefined;
  #closed = new AbortController();

  constructor(channel: string) {
    this.#channel = channel;
  }

  async open(nudged: () => void): Promise<void> {
    this.close();
    this.#closed = new AbortController();
    const { signal } = this.#closed;
    if (typeof BroadcastChannel !== "undefined") {
      this.#others = new BroadcastChannel(`edgewise outbox ${this.#channel}`);
      this.#others.addEventListener("message", nudged);
    }
    const ended = new Promise<void>((end) => signal.addEventListener("abort", () => end()));
    await new Promise<void>((here) => {
      this.#request(this.id, { signal }, async () => {
        here();
        await ended;
      }).then(here);
    });
  }

  nudge(): void {
    this.#others?.postMessage("changed");
  }

  ifGone(tab: string, inherit: () => Promise<void>): Promise<void> {
    if (!navigator.locks) return inherit();
    return this.#request(tab, { ifAvailable: true }, async (lock) => lock && inherit());
  }

  whenGone(tab: string, inherit: () => Promise<void>): void {
    if (!navigator.locks || this.#awaited.has(tab)) return;
    this.#awaited.add(tab);
    const { signal } = this.#closed;
    void this.#request(tab, { signal }, inherit).then(() => this.#awaited.delete(tab));
  }

  /** Browsers do not keep a page that holds or awaits a lock in the back/forward cache. */
  close(): void {
    this.#closed.abort();
    this.#others?.close();
    this.#others = undefined;
  }

  /** Ends with the lock, or without one where there are none, or when the wait is aborted. */
  async #request(tab: string, options: LockOptions, run: (lock: Lock | null) => Promise<unknown>): Promise<void> {
    await navigator.locks?.request(`edgewise tab ${tab}`, options, run).catch(() => undefined);
  }
}
