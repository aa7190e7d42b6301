/** The welcome (W2, W3) and the page's snapshot. Messages are read and serialised once for all peers with the same `since`. */
import { LIMITS, PROTOCOL, type Message, type Snapshot, type Welcome } from "../../src/shared/protocol";
import type { MessageStore } from "../storage/messages";
import type { Identity } from "../peer";

/** After a deploy all peers reconnect at once, nearly all with the same `since`. */
const MAX_CACHED = 1_048_576; // UTF-16 units

/** The part of a welcome that depends on `since` alone. */
type Part = Pick<Welcome, "resumed" | "more"> & { messages: string };

export class WelcomeCache {
  #store: MessageStore;
  /** The channel's seq when the cached parts were read. */
  #seq = -1;
  #latest: { messages: Message[]; more: boolean } | undefined;
  /** By `since`; undefined for a first load. */
  #parts = new Map<number | undefined, Part>();
  #cachedLength = 0;

  constructor(store: MessageStore) {
    this.#store = store;
  }

  /** The serialised welcome of a peer. */
  json({ channel, since, epoch, pageIdentity }: Identity, snapshot: Omit<Snapshot, "messages" | "more">): string {
    const canResume = since !== undefined && epoch === this.#store.epoch && since <= this.#store.seq;
    const { messages, ...rest } = this.#part(canResume ? since : undefined);
    const d = JSON.stringify({ protocol: PROTOCOL, channel, identity: pageIdentity, ...snapshot, ...rest, limits: LIMITS });
    return `{"t":"welcome","d":${d.slice(0, -1)},"messages":${messages}}}`;
  }

  /** The channel's latest messages, and whether older ones exist. */
  latest(): { messages: Message[]; more: boolean } {
    this.#refresh();
    return (this.#latest ??= this.#store.latest());
  }

  #part(since: number | undefined): Part {
    this.#refresh();
    const known = this.#parts.get(since);
    if (known) return known;
    const part = this.#read(since);
    const { length } = part.messages;
    if (this.#cachedLength + length > MAX_CACHED) this.#clear();
    if (length > MAX_CACHED) return part;
    this.#parts.set(since, part);
    this.#cachedLength += length;
    return part;
  }

  #read(since: number | undefined): Part {
    const missed = since === undefined ? undefined : this.#store.since(since);
    if (missed) return { resumed: true, more: this.#store.hasOlder, messages: JSON.stringify(missed) };
    const { messages, more } = this.latest();
    return { resumed: false, more, messages: JSON.stringify(messages) };
  }

  #refresh(): void {
    if (this.#seq === this.#store.seq) return;
    this.#seq = this.#store.seq;
    this.#latest = undefined;
    this.#clear();
  }

  #clear(): void {
    this.#parts.clear();
    this.#cachedLength = 0;
  }
}
