/** Edits, deletions and reactions that the channel has not confirmed: stored and sent until it shows or rejects them. */
import type { ClientEvent, Message, Refusal, ServerEvent, Welcome } from "~/shared/protocol";
import { randomId } from "./random-id";
import { SendQueue, type Entry, type QueueConnections } from "./SendQueue";

export type Change = Extract<ClientEvent, { t: "edit" | "delete" | "react" }>;

/** A rejected edit stays until its author decides what to do. */
export interface PendingChange extends Entry {
  change: Change;
  /** The epoch of its message's history. */
  epoch: string;
}

/** Its message is empty, because each page has its own sentence for the code. */
const MESSAGE_GONE: Refusal = { code: "not_found", message: "" };

interface ChangeOutboxOptions extends QueueConnections<PendingChange> {
  /** Called if a change is rejected for good. A rejected deletion or reaction is removed. */
  onRejected: (change: Change, refusal: Refusal) => void;
}

/** A change is confirmed by a state of its message that contains it, whoever made that state. Repeating a change does no harm (W7). */
export class ChangeOutbox {
  readonly queue: SendQueue<PendingChange>;
  readonly #onRejected: ChangeOutboxOptions["onRejected"];
  readonly #held = new Set<string>(); // cids of changes that can still be undone
  #epoch: string | undefined; // of the channel, from the first welcome on

  constructor({ onRejected, ...connections }: ChangeOutboxOptions) {
    this.#onRejected = onRejected;
    this.queue = new SendQueue({
      ...connections,
      toEvent: ({ change }) => change,
      canSend: ({ cid, epoch }) => epoch === this.#epoch && !this.#held.has(cid),
    });
  }

  async load(): Promise<void> {
    await this.queue.load();
    this.#rejectOtherEpochs();
  }

  /** The page goes away: a change that can still be undone is sent now. */
  close(): void {
    this.#held.clear();
    this.queue.close();
  }

  /**
   * Adds a change and returns its cid. It replaces an earlier change to the same thing, in any tab: the later of two edits counts.
   * If `isHeld`, it is stored, and sent when it is released or when this page has gone away.
   */
  add(change: Change, epoch: string, isHeld = false): string {
    const cid = randomId();
    if (isHeld) this.#held.add(cid);
    this.queue.add(
      [{ cid, tab: this.queue.tab, epoch, change }],
      (other) => other.epoch === epoch && isSameTarget(other.change, change),
    );
    return cid;
  }

  release(cid: string): void {
    this.#held.delete(cid);
    this.queue.sendNext();
  }

  /** Folds an event: a message's state can confirm what is in flight, an error can reject it. `you` is the user's id. */
  receive(event: ServerEvent, you: string): void {
    const sent = this.queue.inFlight;
    if (event.t === "welcome") this.#resume(event.d, you);
    else if (event.t === "chat" && sent && isApplied(sent.change, event.d, you)) this.queue.remove(sent.cid);
    else if (event.t === "error" && event.d.ref !== undefined) this.#reject(event.d.ref, event.d);
  }

  #resume({ epoch, messages }: Welcome, you: string): void {
    this.queue.forgetInFlight();
    this.#epoch = epoch;
    const states = new Map(messages.map((message) => [message.id, message]));
    this.queue.change((entries) =>
      entries.filter((entry) => entry.epoch !== epoch || !isApplied(entry.change, states.get(entry.change.d.id), you)),
    );
    this.#rejectOtherEpochs();
  }

  #reject(cid: string, refusal: Refusal): void {
    const entry = this.queue.find(cid);
    if (!entry || !this.queue.reject(cid, refusal)) return;
    if (entry.change.t !== "edit") this.queue.remove(cid);
    this.#onRejected(entry.change, refusal);
  }

  /** In another history, the same ids name other messages. Only the texts of edits are kept. */
  #rejectOtherEpochs(): void {
    const epoch = this.#epoch;
    const isStale = (entry: PendingChange) => entry.epoch !== epoch && !entry.refusal;
    if (epoch === undefined || !this.queue.entries.some(isStale)) return;
    this.queue.change((entries) =>
      entries.flatMap((entry) => {
        if (!isStale(entry)) return entry;
        return entry.change.t === "edit" ? { ...entry, refusal: MESSAGE_GONE } : [];
      }),
    );
  }
}

function isSameTarget(a: Change, b: Change): boolean {
  return a.t === b.t && a.d.id === b.d.id && (a.t !== "react" || b.t !== "react" || a.d.emoji === b.d.emoji);
}

function isApplied(change: Change, message: Message | undefined, you: string): boolean {
  if (message?.id !== change.d.id) return false;
  if (change.t === "edit") return message.text === change.d.text;
  if (change.t === "delete") return message.deleted === true;
  const users = message.reactions?.find(({ emoji }) => emoji === change.d.emoji)?.users;
  return (users?.includes(you) ?? false) === change.d.on;
}
