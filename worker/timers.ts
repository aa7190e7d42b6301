/** An object's timers, in one place so that all of them can be held while its input gate is closed. */

export interface Timer {
  run: () => void;
  /** When it is due (Unix ms). */
  at: number;
  /** The runtime's handle; null while the timer is held. */
  handle: ReturnType<typeof setTimeout> | null;
}

export class Timers {
  #waiting = new Set<Timer>();
  #isHeld = false;

  /** Runs `run` once, after `wait` ms. */
  set(run: () => void, wait: number): Timer {
    const timer: Timer = { run, at: Date.now() + wait, handle: null };
    this.#waiting.add(timer);
    if (!this.#isHeld) this.#start(timer);
    return timer;
  }

  clear(timer: Timer | null): void {
    if (!timer) return;
    clearTimeout(timer.handle);
    this.#waiting.delete(timer);
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Cancels all timers at the runtime, also those that are due. */
  hold(): void {
    this.#isHeld = true;
    for (const { handle } of this.#waiting) clearTimeout(handle);
  }

  /** Runs the timers that became due meanwhile, and starts the others again. */
  release(): void {
    this.#isHeld = false;
    const now = Date.now();
    const held = [...this.#waiting]; // a timer that runs may set and clear others
    for (const timer of held)
      if (timer.at > now) {
        if (this.#waiting.has(timer)) this.#start(timer);
      } else if (this.#waiting.delete(timer)) timer.run();
  }

  #start(timer: Timer): void {
    const wait = Math.max(0, timer.at - Date.now());
    timer.handle = setTimeout(() => {
      this.#waiting.delete(timer);
      timer.run();
    }, wait);
  }
}
