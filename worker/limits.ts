/** How much is too much: counted in memory, because who waits for the object to sleep has waited long enough. */

/** Counts events of one kind in windows of fixed length. */
export class Window {
  #since = 0;
  #count = 0;
  #length: number;

  /** `length` in milliseconds. */
  constructor(length: number) {
    this.#length = length;
  }

  /** Counts one event and returns how many this window has seen. */
  count(now = Date.now()): number {
    if (now - this.#since >= this.#length) {
      this.#since = now;
      this.#count = 0;
    }
    return ++this.#count;
  }
}
