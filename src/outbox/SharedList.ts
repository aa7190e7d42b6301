/** The list of unsent entries, which all tabs share: a change is made in memory first, then in the store, then the other tabs read it. */
import type { ListStore } from "./storage";
import type { Tabs } from "./tabs";

export interface SharedEntry {
  /** Made by this client, unique per user. */
  cid: string;
  /** The id of the tab that sends it. */
  tab: string;
}

type Edit<T> = (entries: readonly T[]) => readonly T[];

/** If the store fails, the list goes on in memory. */
export class SharedList<T extends SharedEntry> {
  entries: readonly T[] = [];
  readonly #store: ListStore<T>;
  readonly #tabs: Tabs;
  readonly #onChange: () => void;
  readonly #unstored = new Set<string>(); // cids of entries that are not in the store, or not yet
  #opened: Promise<void> = Promise.resolve();
  #version = 0; // counts changes, so that a read of the store notices one that happened meanwhile

  constructor(store: ListStore<T>, tabs: Tabs, onChange: () => void) {
    this.#store = store;
    this.#tabs = tabs;
    this.#onChange = onChange;
  }

  /** The entries that exist only in this page's memory. */
  get unstored(): readonly T[] {
    return this.entries.filter(({ cid }) => this.#unstored.has(cid));
  }

  isUnstored(cid: string): boolean {
    return this.#unstored.has(cid);
  }

  /** Loads the stored entries, takes over those of closed tabs, and watches the other tabs. */
  async load(): Promise<void> {
    this.#opened = this.#tabs.open(() => void this.#refresh());
    await this.#opened;
    const stored = await this.#store.read().catch(() => []);
    for (const tab of this.#othersIn(stored)) await this.#tabs.ifClosed(tab, () => this.#takeOver(tab));
    await this.#refresh();
  }

  close(): void {
    this.#tabs.close();
  }

  /** Adds entries at the end. They replace the entries for which `isReplaced` returns true. Adding them again does no harm. */
  add(added: readonly T[], isReplaced: (other: T) => boolean = () => false): void {
    const cids = new Set(added.map(({ cid }) => cid));
    for (const cid of cids) this.#unstored.add(cid);
    const onStored = () => {
      for (const cid of cids) this.#unstored.delete(cid);
      this.#onChange();
    };
    const edit: Edit<T> = (entries) => [...entries.filter((other) => !cids.has(other.cid) && !isReplaced(other)), ...added];
    void this.#change(edit).then(onStored, () => undefined);
  }

  change(edit: Edit<T>): void {
    void this.#change(edit).catch(() => undefined);
  }

  async #change(edit: Edit<T>): Promise<void> {
    this.#version++;
    this.#set(edit(this.entries));
    await this.#opened; // an entry with the id of a tab that holds no lock yet would count as a closed tab's
    await this.#store.change(edit);
    this.#tabs.notify();
  }

  #set(entries: readonly T[]): void {
    this.entries = entries;
    this.#onChange();
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
      this.#tabs.whenClosed(tab, () => this.#takeOver(tab).then(() => this.#refresh()));
  }

  /** Changes the store alone: another tab may have taken the entries over already, and memory would not show it. */
  async #takeOver(tab: string): Promise<void> {
    const own = this.#tabs.id;
    const edit: Edit<T> = (entries) => entries.map((entry) => (entry.tab === tab ? { ...entry, tab: own } : entry));
    await this.#store.change(edit).then(
      () => this.#tabs.notify(),
      () => undefined,
    );
  }

  #othersIn(entries: readonly T[]): Set<string> {
    return new Set(entries.map(({ tab }) => tab).filter((tab) => tab !== this.#tabs.id));
  }
}
