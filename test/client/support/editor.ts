/** A user who changes messages: an outbox, the changes that it has sent, and a channel whose answers the test makes. */
import { welcome } from "./fake-server";
import { ChangeOutbox, type Change, type PendingChange } from "../../../src/outbox/ChangeOutbox";
import { memoryStore, type ListStore } from "../../../src/outbox/storage";
import type { ClientEvent, Message, Refusal, ServerEvent } from "../../../src/shared/protocol";

export const YOU = { id: "ada", name: "Ada" };

/** The channel's epoch, unless a test says another. */
const EPOCH = "e1";

export class Editor {
  online = true;
  /** The changes that were sent, in order, repeats included. */
  readonly sent: Change[] = [];
  readonly rejected: [Change, Refusal][] = [];
  pending: readonly PendingChange[] = [];
  readonly outbox: ChangeOutbox;
  #latestRef: string | undefined; // of the latest event

  constructor(store: ListStore<PendingChange> = memoryStore<PendingChange>()) {
    this.outbox = new ChangeOutbox({
      send: (event) => this.online && this.#send(event),
      onChange: (list) => (this.pending = list),
      onRejected: (change, refusal) => this.rejected.push([change, refusal]),
      store,
    });
  }

  /** Loads what an earlier page left in the store. */
  async opens(): Promise<this> {
    await this.outbox.load();
    return this;
  }

  /** Makes a change; with `isHeld`, one that can still be undone. Returns its key in the queue. */
  changes(change: Change, isHeld = false): string {
    return this.outbox.add(change, EPOCH, isHeld);
  }

  /** The channel is connected, in the history `epoch`, with these messages. */
  isWelcomed(messages: Message[] = [], epoch = EPOCH): this {
    this.receives(welcome({ you: YOU, epoch, messages }));
    return this;
  }

  receives(event: ServerEvent): void {
    this.outbox.receive(event, YOU.id);
  }

  /** The channel rejects the latest event, or the one that `refusal` names. */
  isRejected(refusal: Refusal): void {
    this.receives({ t: "error", d: { ...(this.#latestRef !== undefined && { ref: this.#latestRef }), ...refusal } });
  }

  /** The changes that the channel does not have yet, in order. */
  get waiting(): Change[] {
    return this.pending.map(({ change }) => change);
  }

  #send({ ref, ...event }: ClientEvent): true {
    this.sent.push(event as Change);
    this.#latestRef = ref;
    return true;
  }
}

export const edit = (id: number, text: string): Change => ({ t: "edit", d: { id, text } });
export const react = (id: number, emoji: string, on = true): Change => ({ t: "react", d: { id, emoji, on } });
export const deletion = (id: number): Change => ({ t: "delete", d: { id } });

/** A message of this user. */
export const message = (id: number, state: Partial<Message> = {}): Message => ({
  id,
  seq: id,
  cid: `c${id}`,
  user: YOU,
  text: "old",
  at: 0,
  ...state,
});

export const refusal = (code: Refusal["code"], retryAfter?: number): Refusal => ({
  code,
  message: `${code}!`,
  ...(retryAfter !== undefined && { retryAfter }),
});
