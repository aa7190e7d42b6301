/** Lets a channel's other peers be heard while one of them floods it. */
import { IS_RECENT } from "../runtime";
import type { Timers } from "../timers";

const BREATHE_EVERY = 16; // frames that are not wanted

export class Breath {
  #ctx: DurableObjectState;
  #timers: Timers;
  #unwanted = 0;

  constructor(ctx: DurableObjectState, timers: Timers) {
    this.#ctx = ctx;
    this.#timers = timers;
  }

  /**
   * To be called at each frame that was refused or not heard. workerd looks for what has arrived only when nothing is ready to run,
   * and the next frame of a peer that floods always is: so of what is not wanted, every so often one closes the object's gate for a
   * moment. No timer of ours may be due meanwhile, nor be set in there: timers run one after another, each under the gate of where it
   * was set, so the one inside would wait for ours, and ours for the gate. (`scheduler.wait` would do as well, but costs more.)
   */
  take(): void {
    if (++this.#unwanted % BREATHE_EVERY !== 0 || this.#timers.isHeld) return;
    if (!IS_RECENT) return void this.#ctx.blockConcurrencyWhile(async () => {});
    this.#timers.hold();
    void this.#ctx
      .blockConcurrencyWhile(() => new Promise((resolve) => setTimeout(resolve, 0)))
      .then(() => this.#timers.release());
  }
}
