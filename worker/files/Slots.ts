/** How many uploads an object holds in its memory at once. The others wait, and their senders' networks with them. */

/** With files of 8 MiB and a clean copy of one, half of an object's 128 MB. */
const MAX_ACTIVE = 6;
/** From one address: nobody can hold all of them. */
const MAX_OF_PLACE = 3;
const MAX_WAITING = 200;
/** Of one address: nobody can fill the queue for all. */
const MAX_WAITING_OF_PLACE = 20;

interface Waiting {
  place: string;
  start: () => void;
}

export class Slots {
  #active: string[] = [];
  #waiting: Waiting[] = [];

  /** Resolves to a function that gives the slot back. Undefined if too many wait. */
  async take(place: string): Promise<(() => void) | undefined> {
    const ofPlace = this.#waiting.filter((other) => other.place === place).length;
    if (this.#waiting.length >= MAX_WAITING || ofPlace >= MAX_WAITING_OF_PLACE) return undefined;
    await new Promise<void>((start) => {
      this.#waiting.push({ place, start });
      this.#startNext();
    });
    return () => {
      this.#active.splice(this.#active.indexOf(place), 1);
      this.#startNext();
    };
  }

  #startNext(): void {
    const next = this.#waiting.findIndex(({ place }) => this.#active.filter((other) => other === place).length < MAX_OF_PLACE);
    if (next === -1 || this.#active.length >= MAX_ACTIVE) return;
    const [{ place, start }] = this.#waiting.splice(next, 1) as [Waiting];
    this.#active.push(place);
    start();
  }
}
