/** The settings of a channel (W24). Those that are not the default are stored, in one row. */
import type { ChangeableSettings } from "../../src/shared/protocol";
import type { Database } from "./Database";

const DEFAULT: ChangeableSettings = {
  topic: "",
  pins: [],
  slow: 0,
  write: "all",
  read: "all",
  keep: 0,
  files: "known",
  previews: "on",
};

interface Stored extends Partial<ChangeableSettings> {
  knownUntil?: number;
}

export class SettingsStore {
  #db: Database;
  #current: ChangeableSettings;
  #knownUntil: number;

  constructor(db: Database) {
    this.#db = db;
    const stored = db.storage.kv.get<Stored>("settings") ?? {};
    const { knownUntil, ...settings } = stored;
    this.#knownUntil = knownUntil ?? 0;
    this.#current = { ...DEFAULT, ...settings };
  }

  get current(): ChangeableSettings {
    return this.#current;
  }

  /** The channel's seq when `write` was set to `known`: who wrote before is known. */
  get knownUntil(): number {
    return this.#knownUntil;
  }

  /** Changes the settings in `changes`, and returns those whose value is another one now. `seq` is the channel's. */
  change(changes: Partial<ChangeableSettings>, seq: number): Partial<ChangeableSettings> {
    const current = this.#current as unknown as Record<string, unknown>;
    const changed = Object.entries(changes).filter(([field, value]) => !isSame(value, current[field]));
    if (changed.length === 0) return {};
    const next = { ...this.#current, ...Object.fromEntries(changed) };
    if (next.write === "known" && this.#current.write !== "known") this.#knownUntil = seq;
    this.#current = next;
    this.#store();
    return Object.fromEntries(changed);
  }

  #store(): void {
    const stored: Stored = withoutDefaults(this.#current);
    if (stored.write === "known") stored.knownUntil = this.#knownUntil;
    this.#db.create();
    const { kv } = this.#db.storage;
    if (Object.keys(stored).length > 0) kv.put("settings", stored);
    else kv.delete("settings");
  }
}

function withoutDefaults(settings: ChangeableSettings): Partial<ChangeableSettings> {
  const fields = Object.entries(settings) as [keyof ChangeableSettings, unknown][];
  return Object.fromEntries(fields.filter(([field, value]) => !isSame(value, DEFAULT[field])));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
