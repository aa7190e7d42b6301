/** The first event that a peer gets (W2, W3), and what a page shows. Messages are read and serialised once for all who come for the same. */
import { LIMITS, PROTOCOL, type Message, type Snapshot, type Welcome } from "../../src/shared/protocol";
import type { History } from "../storage/messages";
import type { Identity } from "../peer";

/** After a deploy all come back at once, and nearly all of them with the same `since`. */
const MAX_KEPT = 1_048_576; // UTF-16 units of all kept parts

type Part = Pick<Welcome, "resumed" | "more"> & { messages: string };

export class Welcomes {
  #history: History;
  /** Of the history when the rest was read. */
  #seq = -1;
  #latest: { messages: Message[]; more: boolean } | undefined;
  /** By their `since`. */
  #parts = new Map<number | undefined, Part>();
  #kept = 0;

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

  /** The channel's latest messages, and whether there are older ones. */
  latest(): { messages: Message[]; more: boolean } {
    this.#refresh();
    return (this.#latest ??= this.#history.latest());
  }

  #part(since: number | undefined): Part {
    this.#refresh();
    const known = this.#parts.get(since);
    if (known) return known;
    const part = this.#read(since);
    const { length } = part.messages;
    if (this.#kept + length > MAX_KEPT) this.#forget();
    if (length > MAX_KEPT) return part;
    this.#parts.set(since, part);
    this.#kept += length;
    return part;
  }

  #read(since: number | undefined): Part {
    const missed = since === undefined ? undefined : this.#history.since(since);
    if (missed) return { resumed: true, more: this.#history.isLong, messages: JSON.stringify(missed) };
    const { messages, more } = this.latest();
    return { resumed: false, more, messages: JSON.stringify(messages) };
  }

  #refresh(): void {
    if (this.#seq === this.#history.seq) return;
    this.#seq = this.#history.seq;
    this.#latest = undefined;
    this.#forget();
  }

  #forget(): void {
    this.#parts.clear();
    this.#kept = 0;
  }
}
