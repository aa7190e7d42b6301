/** A list of what waits to be sent, which all tabs share: in memory at once, then in the store, then in the other tabs. */
import type { ListStore } from "./storage";
import type { Tabs } from "./tabs";

export interface Shared {
  /** Our own id for it. */
  cid: string;
  /** The tab that sends it. */
  tab: string;
}

type Edit<T> = (entries: readonly T[]) => readonly T[];

/** Should the store fail, memory goes on. */
export class SharedList<T extends Shared> {
  entries: readonly T[] = [];
  readonly #store: ListStore<T>;
  readonly #tabs: Tabs;
  readonly #changed: () => void;
  readonly #unstored = new Set<string>(); // cids that the store has not taken, or not yet
  #opened: Promise<void> = Promise.resolve();
  #version = 0; // tells a read of the store that was overtaken by a change

  constructor(store: ListStore<T>, tabs: Tabs, changed: () => void) {
    this.#store = store;
    this.#tabs = tabs;
    this.#changed = changed;
  }

  /** Some of what was written exists nowhere but in this page. */
  get atRisk(): boolean {
    return this.entries.some(({ cid }) => this.#unstored.has(cid));
  }

  /** Brings what is stored, takes over from the tabs that are gone, and watches the rest. */
  async load(): Promise<void> {
    this.#opened = this.#tabs.open(() => void this.#refresh());
    await this.#opened;
    const stored = await this.#store.read().catch(() => []);
    for (const tab of this.#othersIn(stored)) await this.#tabs.ifGone(tab, () => this.#takeOver(tab));
    await this.#refresh();
  }

  close(): void {
    this.#tabs.close();
  }

  /** Puts it at the end, in the place of those for which `isReplaced`. */
  add(entry: T, isReplaced: (other: T) => boolean = () => false): void {
    this.#unstored.add(entry.cid);
    const stored = () => {
      this.#unstored.delete(entry.cid);
      this.#changed();
    };
    void this.#change((entries) => [...entries.filter((other) => !isReplaced(other)), entry]).then(stored, () => undefined);
  }

  change(edit: Edit<T>): void {
    void this.#change(edit).catch(() => undefined);
  }

  async #change(edit: Edit<T>): Promise<void> {
    this.#version++;
    this.#set(edit(this.entries));
    await this.#opened; // else the others would take for gone whose name they read
    await this.#store.change(edit);
    this.#tabs.nudge();
  }

  #set(entries: readonly T[]): void {
    this.entries = entries;
    this.#changed();
  }

  async #refresh(): Promise<void> {
    const version = this.#version;
    const stored = await this.#store.read().catch(() => undefined);
    if (version !== this.#version) return this.#refresh();
    if (stored) {
      const cids = new Set(stored.map(({ cid }) => cid));
      this.#set([...stored, ...this.entries.filter(({ cid }) => this.#unstored.has(cid) && !cids.has(cid))]);
    }
    for (const tab of this.#othersIn(this.entries))
      this.#tabs.whenGone(tab, () => this.#takeOver(tab).then(() => this.#refresh()));
  }

  /** In the store alone: what is in memory may have gone to another tab, which asked first. */
  async #takeOver(tab: string): Promise<void> {
    const own = this.#tabs.id;
    const edit: Edit<T> = (entries) => entries.map((entry) => (entry.tab === tab ? { ...entry, tab: own } : entry));
    await this.#store.change(edit).then(
      () => this.#tabs.nudge(),
      () => undefined,
    );
  }

  #othersIn(entries: readonly T[]): Set<string> {
    return new Set(entries.map(({ tab }) => tab).filter((tab) => tab !== this.#tabs.id));
  }
}
