/** Yields to other peers while one peer floods the channel. */
import { IS_RECENT } from "../runtime";
import type { Timers } from "../timers";

const YIELD_EVERY = 16; // rejected or ignored frames

export class FloodYield {
  #ctx: DurableObjectState;
  #timers: Timers;
  #frames = 0;

  constructor(ctx: DurableObjectState, timers: Timers) {
    this.#ctx = ctx;
    this.#timers = timers;
  }

  /**
   * Call it for each frame that was rejected or ignored. workerd reads from its sockets only when nothing is ready to run, and the
   * next frame of a flood always is. So every few such frames, this closes the object's input gate for a moment. Meanwhile none of
   * our timers may be due or be set: timers run one after another, each under the gate of the place where it was set, so the timer
   * inside would wait for ours, and ours for the gate. (`scheduler.wait` works, too, but costs more.)
   */
  afterUnwantedFrame(): void {
    if (++this.#frames % YIELD_EVERY !== 0 || this.#timers.isHeld) return;
    if (!IS_RECENT) return void this.#ctx.blockConcurrencyWhile(async () => {});
    this.#timers.hold();
    void this.#ctx
      .blockConcurrencyWhile(() => new Promise((resolve) => setTimeout(resolve, 0)))
      .then(() => this.#timers.release());
  }
}
