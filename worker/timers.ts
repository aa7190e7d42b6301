/** An object's timers, kept together so that all of them can be held back while its gate is closed. */

export interface Timer {
  run: () => void;
  /** When it is due (Unix ms). */
  at: number;
  /** The runtime's own; none while it is held. */
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

  /** Takes all timers from the runtime, those that it was about to run as well. */
  hold(): void {
    this.#isHeld = true;
    for (const { handle } of this.#waiting) clearTimeout(handle);
  }

  /** Gives them back, and runs what came due meanwhile. */
  release(): void {
    this.#isHeld = false;
    const now = Date.now();
    const held = [...this.#waiting]; // what runs may set others
    for (const timer of held)
      if (timer.at > now) this.#start(timer);
      else if (this.#waiting.delete(timer)) timer.run();
  }

  #start(timer: Timer): void {
    const wait = Math.max(0, timer.at - Date.now());
    timer.handle = setTimeout(() => {
      this.#waiting.delete(timer);
      timer.run();
    }, wait);
  }
}
