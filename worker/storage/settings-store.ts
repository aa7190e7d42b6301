/** The settings of a channel (W24). Those that are not the default are stored, in one row. */
import type { ChangeableSettings } from "../../src/shared/protocol";
import type { Database } from "./Database";

const DEFAULT: ChangeableSettings = { topic: "", pins: [], slow: 0, write: "all", read: "all", keep: 0 };

interface Stored extends Partial<ChangeableSettings> {
  /** The channel's seq when `write` was set to `known`: who wrote before is known. */
  knownUntil?: number;
}

export class SettingsStore {
  #db: Database;
  #stored: Stored;
  #current: ChangeableSettings;

  constructor(db: Database) {
    this.#db = db;
    this.#stored = db.storage.kv.get<Stored>("settings") ?? {};
    this.#current = { ...DEFAULT, ...changeable(this.#stored) };
  }

  get current(): ChangeableSettings {
    return this.#current;
  }

  get knownUntil(): number {
    return this.#stored.knownUntil ?? 0;
  }

  /** Changes the settings in `changes`, and returns those whose value is another one now. `seq` is the channel's. */
  change(changes: Partial<ChangeableSettings>, seq: number): Partial<ChangeableSettings> {
    const current = this.#current as unknown as Record<string, unknown>;
    const changed = Object.entries(changes).filter(([field, value]) => !isSame(value, current[field]));
    if (changed.length === 0) return {};
    const next = { ...this.#current, ...Object.fromEntries(changed) };
    const isNewlyKnown = next.write === "known" && this.#current.write !== "known";
    const knownUntil = next.write === "known" ? { knownUntil: isNewlyKnown ? seq : this.knownUntil } : {};
    this.#stored = { ...withoutDefaults(next), ...knownUntil };
    this.#current = next;
    this.#db.create();
    const { kv } = this.#db.storage;
    if (Object.keys(this.#stored).length > 0) kv.put("settings", this.#stored);
    else kv.delete("settings");
    return Object.fromEntries(changed);
  }
}

function changeable({ knownUntil: _, ...settings }: Stored): Partial<ChangeableSettings> {
  return settings;
}

function withoutDefaults(settings: ChangeableSettings): Partial<ChangeableSettings> {
  const fields = Object.entries(settings) as [keyof ChangeableSettings, unknown][];
  return Object.fromEntries(fields.filter(([field, value]) => !isSame(value, DEFAULT[field])));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
