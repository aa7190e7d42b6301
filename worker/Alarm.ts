/** An object's one alarm: it rings at the earliest time at which anything is due. */
import { logError } from "./log";

export class Alarm {
  #storage: DurableObjectStorage;
  /** When it rings (Unix ms); Infinity if it is not set. Undefined after a wake, until it has been read. */
  #at: number | undefined;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /**
   * Lets the alarm ring at `at` (Unix ms) or earlier. It survives eviction and crash, and if its handler fails, the runtime tries again.
   * Returns whether it is set; if that fails, it is logged, and the next call tries again.
   */
  async ringBy(at: number): Promise<boolean> {
    if (at === Infinity) return true;
    try {
      if (this.#at === undefined) {
        const stored = (await this.#storage.getAlarm()) ?? Infinity;
        this.#at ??= stored;
      }
      if (this.#at <= at) return true;
      this.#at = at;
      await this.#storage.setAlarm(at);
      return true;
    } catch (error) {
      this.#at = undefined;
      logError("alarm", error);
      return false;
    }
  }

  /** The same for now, without reading when it is set: nothing is earlier. */
  ringNow(): void {
    this.#at = Date.now();
    void this.#storage.setAlarm(this.#at);
  }

  /** The alarm rings: until it is set again, there is none. */
  rang(): void {
    this.#at = Infinity;
  }
}
