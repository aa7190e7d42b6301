/** The first event that a peer gets (W2, W3). Its messages are read and serialised once for all who come for the same. */
import { LIMITS, PROTOCOL, type Snapshot, type Welcome } from "../src/protocol";
import type { History } from "./history";
import type { Identity } from "./peer";

/** After a deploy all come back at once, and nearly all of them with the same `since`. */
const MAX_KEPT = 16;

type Part = Pick<Welcome, "resumed" | "more"> & { messages: string };

export class Welcomes {
  #history: History;
  #seq = -1;
  #parts = new Map<number | undefined, Part>();

  constructor(history: History) {
    this.#history = history;
  }

  /** The welcome, serialised, of a peer that has what it says in its identity. */
  json({ channel, since, epoch }: Identity, snapshot: Omit<Snapshot, "messages" | "more">): string {
    const isKnown = since !== undefined && epoch === this.#history.epoch && since <= this.#history.seq;
    const { messages, ...rest } = this.#part(isKnown ? since : undefined);
    const d = JSON.stringify({ protocol: PROTOCOL, channel, ...snapshot, ...rest, limits: LIMITS });
    return `{"t":"welcome","d":${d.slice(0, -1)},"messages":${messages}}}`;
  }

  #part(since: number | undefined): Part {
    if (this.#seq !== this.#history.seq || this.#parts.size > MAX_KEPT) this.#parts.clear();
    this.#seq = this.#history.seq;
    let part = this.#parts.get(since);
    if (!part) {
      part = this.#read(since);
      this.#parts.set(since, part);
    }
    return part;
  }

  #read(since: number | undefined): Part {
    const missed = since === undefined ? undefined : this.#history.since(since);
    const { messages, more } = this.#history.latest();
    return { resumed: missed !== undefined, more, messages: JSON.stringify(missed ?? messages) };
  }
}
