/** Edits, deletions and reactions on their way: kept and sent until the channel shows them, or refuses them for good. */
import type { ClientEvent, Message, Refusal } from "~/shared/protocol";
import { strings } from "~/strings";
import { randomId } from "./random-id";
import { SendQueue, type QueueOptions, type Waiting } from "./SendQueue";

export type Change = Extract<ClientEvent, { t: "edit" | "delete" | "react" }>;

/** A refused edit waits for its writer. */
export interface Pending extends Waiting {
  change: Change;
  /** The history that its message is of. */
  epoch: string;
}

const NOT_THERE: Refusal = { code: "not_found", message: strings.changeState.notThere };

interface ChangesOptions extends QueueOptions<Pending> {
  /** Told of what is refused for good. Of a deletion or a reaction nothing else is left. */
  refused: (change: Change, refusal: Refusal) => void;
}

/**
 * A refusal of a change names neither the change nor its message (W14), so only one is on its way: what is refused and may be
 * that one is. A limit that was another event's only delays it. A change is confirmed by a state of its message that has it,
 * whoever sent that; repeating one does no harm (W7).
 */
export class Changes extends SendQueue<Pending> {
  readonly #told: ChangesOptions["refused"];
  readonly #held = new Set<string>(); // cids of what can still be undone
  #epoch: string | undefined; // of the channel, once it is there

  constructor({ refused, ...options }: ChangesOptions) {
    super(options);
    this.#told = refused;
  }

  override async load(): Promise<void> {
    await super.load();
    this.#leaveOtherHistories();
  }

  override close(): void {
    this.#held.clear();
    super.close();
  }

  /**
   * Takes the place of an earlier one to the same thing, in whatever tab: of two edits the later counts. One that is held is
   * kept, and sent when it is released, or nobody is here any more who could undo it.
   */
  add(change: Change, epoch: string, isHeld = false): string {
    const cid = randomId();
    if (isHeld) this.#held.add(cid);
    this.write({ cid, tab: this.tab, epoch, change }, (other) => other.epoch === epoch && isSameThing(other.change, change));
    return cid;
  }

  release(cid: string): void {
    this.#held.delete(cid);
    this.next();
  }

  /** The channel is there anew, and these are messages as it has them: what was on its way it may have or not. */
  flush(you: string, epoch: string, messages: readonly Message[]): void {
    this.rest();
    this.#epoch = epoch;
    const states = new Map(messages.map((message) => [message.id, message]));
    this.list.change((entries) =>
      entries.filter((entry) => entry.epoch !== epoch || !isDone(entry.change, states.get(entry.change.d.id), you)),
    );
    this.#leaveOtherHistories();
  }

  /** A state of a message may have what was sent. */
  confirm(you: string, message: Message): void {
    const sent = this.current;
    if (sent && isDone(sent.change, message, you)) this.discard(sent.cid);
  }

  refuse(refusal: Refusal): void {
    const sent = this.current;
    if (!sent || refusal.cid !== undefined || !mayBeOf(sent.change, refusal)) return;
    this.refused(sent.cid, refusal);
    if (!this.find(sent.cid)?.refusal) return; // it goes again
    if (sent.change.t !== "edit") this.discard(sent.cid);
    this.#told(sent.change, refusal);
  }

  protected override eventOf({ change }: Pending): ClientEvent {
    return change;
  }

  protected override mayGo(entry: Pending): boolean {
    return super.mayGo(entry) && entry.epoch === this.#epoch && !this.#held.has(entry.cid);
  }

  /** There the ids are those of other messages: of what was for them, only the texts of edits are kept. */
  #leaveOtherHistories(): void {
    const epoch = this.#epoch;
    const isStale = (entry: Pending) => entry.epoch !== epoch && !entry.refusal;
    if (epoch === undefined || !this.entries.some(isStale)) return;
    this.list.change((entries) =>
      entries.flatMap((entry) => {
        if (!isStale(entry)) return entry;
        return entry.change.t === "edit" ? { ...entry, refusal: NOT_THERE } : [];
      }),
    );
  }
}

function isSameThing(a: Change, b: Change): boolean {
  return a.t === b.t && a.d.id === b.d.id && (a.t !== "react" || b.t !== "react" || a.d.emoji === b.d.emoji);
}

/** Names have no cid either, and are refused by these codes. */
function mayBeOf({ t }: Change, { code }: Refusal): boolean {
  return t === "edit" || (code !== "empty" && code !== "too_long");
}

function isDone(change: Change, message: Message | undefined, you: string): boolean {
  if (message?.id !== change.d.id) return false;
  if (change.t === "edit") return message.text === change.d.text;
  if (change.t === "delete") return message.deleted === true;
  const users = message.reactions?.find(({ emoji }) => emoji === change.d.emoji)?.users;
  return (users?.includes(you) ?? false) === change.d.on;
}
