/** What was written and not yet echoed: kept, sent again after every reconnect, and given back when it is refused. */
import type { ClientEvent, Message, Refusal } from "../protocol";

export interface Unsent {
  cid: string;
  text: string;
  reply?: number;
  /** When it was written (Unix ms). */
  at: number;
  /** Why the channel does not take it; it then waits for its writer. */
  refusal?: Refusal;
}

/** Hands an event to the socket; false if the socket cannot take it now. */
type Send = (event: ClientEvent) => boolean;

export class Outbox {
  entries: readonly Unsent[] = [];
  readonly #send: Send;
  readonly #changed: (entries: readonly Unsent[]) => void;

  constructor(send: Send, changed: (entries: readonly Unsent[]) => void) {
    this.#send = send;
    this.#changed = changed;
  }

  /** Takes a text that is fit to be stored, and sends it if it can. */
  add(text: string, reply?: number): void {
    const entry: Unsent = { cid: crypto.randomUUID(), text, at: Date.now(), ...(reply !== undefined && { reply }) };
    this.#set([...this.entries, entry]);
    this.#transmit(entry);
  }

  /** Sends all again, in order, to a channel that may have some of it: the cid tells it which. */
  flush(): void {
    for (const entry of this.entries) if (!entry.refusal) this.#transmit(entry);
  }

  /** The echo of `message`, if it is one of ours, is its acknowledgement. */
  acknowledge({ cid }: Pick<Message, "cid">): void {
    if (this.entries.some((entry) => entry.cid === cid)) this.discard(cid);
  }

  refuse(refusal: Refusal): void {
    this.#set(this.entries.map((entry) => (entry.cid === refusal.cid ? { ...entry, refusal } : entry)));
  }

  discard(cid: string): void {
    this.#set(this.entries.filter((entry) => entry.cid !== cid));
  }

  #transmit({ cid, text, reply }: Unsent): void {
    this.#send({ t: "chat", d: { cid, text, ...(reply !== undefined && { reply }) } });
  }

  #set(entries: readonly Unsent[]): void {
    this.entries = entries;
    this.#changed(entries);
  }
}
