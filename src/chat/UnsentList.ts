/** The list of a channel's unsent messages, which all tabs share: in memory at once, then in the store, then in the other tabs. */
import type { Refusal } from "../protocol";
import type { OutboxStore } from "./outbox-store";
import type { Tabs } from "./tabs";

export interface Unsent {
  cid: string;
  text: string;
  reply?: number;
  /** When it was written (Unix ms). */
  at: number;
  /** The tab that sends it. */
  tab: string;
  /** Why the channel does not take it; it then waits for its writer. */
  refusal?: Refusal | undefined;
}

export type Edit = (entries: readonly Unsent[]) => readonly Unsent[];

/** Should the store fail, memory goes on. */
export class UnsentList {
  entries: readonly Unsent[] = [];
  readonly #store: OutboxStore;
  readonly #tabs: Tabs;
  readonly #changed: () => void;
  readonly #unstored = new Set<string>(); // cids that the store has failed to take
  #opened: Promise<void> = Promise.resolve();
  #version = 0; // tells a read of the store that was overtaken by a change

  constructor(store: OutboxStore, tabs: Tabs, changed: () => void) {
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

  add(entry: Unsent): void {
    void this.#change((entries) => [...entries, entry]).catch(() => {
      this.#unstored.add(entry.cid);
      this.#changed();
    });
  }

  change(edit: Edit): void {
    void this.#change(edit).catch(() => undefined);
  }

  async #change(edit: Edit): Promise<void> {
    this.#version++;
    this.#set(edit(this.entries));
    await this.#opened; // else the others would take for gone whose name they read
    await this.#store.change(edit);
    this.#tabs.nudge();
  }

  #set(entries: readonly Unsent[]): void {
    this.entries = entries;
    this.#changed();
  }

  async #refresh(): Promise<void> {
    const version = this.#version;
    const stored = await this.#store.read().catch(() => undefined);
    if (version !== this.#version) return this.#refresh();
    if (stored) this.#set([...stored, ...this.entries.filter(({ cid }) => this.#unstored.has(cid))]);
    for (const tab of this.#othersIn(this.entries))
      this.#tabs.whenGone(tab, () => this.#takeOver(tab).then(() => this.#refresh()));
  }

  /** In the store alone: what is in memory may have gone to another tab, which asked first. */
  async #takeOver(tab: string): Promise<void> {
    const own = this.#tabs.id;
    const edit: Edit = (entries) => entries.map((entry) => (entry.tab === tab ? { ...entry, tab: own } : entry));
    await this.#store.change(edit).then(
      () => this.#tabs.nudge(),
      () => undefined,
    );
  }

  #othersIn(entries: readonly Unsent[]): Set<string> {
    return new Set(entries.map(({ tab }) => tab).filter((tab) => tab !== this.#tabs.id));
  }
}
