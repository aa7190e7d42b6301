/** Edits, deletions and reactions on their way: sent one at a time until the channel shows them, or refuses them for good. */
import type { ClientEvent, ErrorCode, Message, Refusal } from "../protocol";
import { backoff } from "../socket/backoff";
import { strings } from "../strings";

export type Change = Extract<ClientEvent, { t: "edit" | "delete" | "react" }>;

export interface Pending {
  change: Change;
  /** Why the channel does not take an edit; its text then waits for its writer. */
  refusal?: Refusal;
}

/** After it, a change that a connected channel has not answered is sent again. */
const ANSWER_WITHIN = 15_000; // ms
const RETRY_AFTER = 1_000; // ms, where `rate_limited` does not say

/** Refusals that are over by themselves: the same change is sent again. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["rate_limited", "storage"]);

const NOT_THERE: Refusal = { code: "not_found", message: strings.changeState.notThere };

interface ChangesOptions {
  /** Hands an event to the socket; false if the socket cannot take it now. */
  send: (event: ClientEvent) => boolean;
  /** Told of every change to the list. */
  changed: (pending: readonly Pending[]) => void;
  /** Told of a deletion or reaction that is refused for good: there is nothing to give back. */
  refused: (refusal: Refusal) => void;
}

/**
 * A refusal of a change names neither the change nor its message (W14), so only one is on its way: it is the one refused. A
 * change is confirmed by a state of its message that has it, whoever sent that; repeating one does no harm (W7).
 */
export class Changes {
  #list: readonly Pending[] = [];
  readonly #options: ChangesOptions;
  #sent: Change | undefined; // on its way, or about to be sent again
  #delays = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ChangesOptions) {
    this.#options = options;
  }

  /** Takes the place of an earlier one to the same thing. */
  add(change: Change): void {
    this.#set([...this.#list.filter((other) => !isSameThing(other.change, change)), { change }]);
  }

  discard(change: Change): void {
    this.#set(this.#list.filter((other) => other.change !== change));
  }

  /**
   * The channel is there anew, and these are messages as it has them: what was on its way it may have or not. In another history
   * the ids are those of other messages.
   */
  flush(you: string, messages: readonly Message[], isSameHistory: boolean): void {
    this.#rest();
    if (!isSameHistory)
      return this.#set(this.#list.flatMap(({ change }) => (change.t === "edit" ? { change, refusal: NOT_THERE } : [])));
    const states = new Map(messages.map((message) => [message.id, message]));
    this.#set(this.#list.filter(({ change }) => !isDone(change, states.get(change.d.id), you)));
  }

  /** A state of a message may have what was sent. */
  confirm(you: string, message: Message): void {
    if (this.#sent && isDone(this.#sent, message, you)) this.discard(this.#sent);
  }

  refuse(refusal: Refusal): void {
    const sent = this.#sent;
    if (!sent || refusal.cid !== undefined) return;
    const { code, retryAfter = RETRY_AFTER } = refusal;
    if (PASSING.has(code)) return this.#again(code === "storage" ? backoff(this.#delays++) : retryAfter);
    this.#set(
      this.#list.flatMap((pending) => {
        if (pending.change !== sent) return pending;
        return sent.t === "edit" ? { change: sent, refusal } : [];
      }),
    );
    if (sent.t !== "edit") this.#options.refused(refusal);
  }

  /** The page goes: what waits is sent now or not at all. */
  leave(): void {
    for (const { change, refusal } of this.#list) if (!refusal && change !== this.#sent) this.#options.send(change);
    this.#rest();
  }

  #set(list: readonly Pending[]): void {
    this.#list = list;
    this.#next();
    this.#options.changed(this.#list);
  }

  /** Sends the first that may go, unless it is on its way. */
  #next(): void {
    const first = this.#list.find(({ refusal }) => !refusal)?.change;
    if (this.#sent && this.#list.some(({ change, refusal }) => change === this.#sent && !refusal)) return;
    this.#rest();
    if (first) this.#transmit(first);
  }

  #transmit(change: Change): void {
    if (!this.#options.send(change)) return this.#rest(); // until `flush`
    this.#sent = change;
    this.#again(ANSWER_WITHIN);
  }

  #again(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#sent && this.#transmit(this.#sent), ms);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#sent = undefined;
    this.#delays = 0;
  }
}

function isSameThing(a: Change, b: Change): boolean {
  return a.t === b.t && a.d.id === b.d.id && (a.t !== "react" || b.t !== "react" || a.d.emoji === b.d.emoji);
}

function isDone(change: Change, message: Message | undefined, you: string): boolean {
  if (message?.id !== change.d.id) return false;
  if (change.t === "edit") return message.text === change.d.text;
  if (change.t === "delete") return message.deleted === true;
  const users = message.reactions?.find(({ emoji }) => emoji === change.d.emoji)?.users;
  return (users?.includes(you) ?? false) === change.d.on;
}
