/** What was written and not yet echoed: kept, sent in order, sent again, and given back when it is refused. */
import type { ClientEvent, ErrorCode, Message, Refusal } from "../protocol";
import { backoff } from "../socket/backoff";
import { memoryStore, type OutboxStore } from "./outbox-store";
import { randomId } from "./random-id";
import { noTabs, type Tabs } from "./tabs";
import { UnsentList, type Unsent } from "./UnsentList";

export type { Unsent };

/** After it, a message that a connected channel has not answered is sent again. */
const ANSWER_WITHIN = 15_000; // ms
/** A storage that takes longer to open must not keep back what is written now. */
const LOAD_WITHIN = 5_000; // ms
const RETRY_AFTER = 1_000; // ms, where `rate_limited` does not say

/** Refusals that are over by themselves: the same message is sent again. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["rate_limited", "storage"]);

export interface OutboxOptions {
  /** Hands an event to the socket; false if the socket cannot take it now. */
  send: (event: ClientEvent) => boolean;
  /** Told of every change, with the reason why the first message waits although the channel is there. */
  changed?: (entries: readonly Unsent[], delay: Refusal | undefined) => void;
  store?: OutboxStore;
  tabs?: Tabs;
}

/**
 * A tab sends what has its own id on it, one message at a time: the next goes when the one before it is echoed, or refused
 * for good. So they are stored in the order in which they were written. The same one may be sent often: the channel knows
 * it by its cid.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #list: UnsentList;
  readonly #tab: string;
  #loading: symbol | undefined;
  #ready = false; // nothing is sent before what an earlier page left is here
  #current: string | undefined; // the cid that is on its way, or about to be sent again
  #delay: Refusal | undefined; // of the current one
  #delays = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: OutboxOptions) {
    const { store = memoryStore(), tabs = noTabs() } = options;
    this.#options = options;
    this.#tab = tabs.id;
    this.#list = new UnsentList(store, tabs, () => this.#next());
  }

  /** Those of all tabs, in the order in which they were written. */
  get entries(): readonly Unsent[] {
    return this.#list.entries;
  }

  /** Some of what was written exists nowhere but in this page. */
  get atRisk(): boolean {
    return this.#list.atRisk;
  }

  /** Brings what earlier pages left, then starts to send. */
  async load(): Promise<void> {
    const loading = (this.#loading = Symbol("loading"));
    const start = () => {
      if (this.#loading !== loading) return; // closed meanwhile
      this.#ready = true;
      this.#next();
    };
    const late = setTimeout(start, LOAD_WITHIN);
    await this.#list.load();
    clearTimeout(late);
    start();
  }

  /** Sends nothing any more, and leaves what is unsent to other tabs or to the next `load`. */
  close(): void {
    this.#loading = undefined;
    this.#ready = false;
    this.#rest();
    this.#list.close();
  }

  /** Takes a text that is fit to be stored, and sends it when its turn comes. */
  add(text: string, reply?: number): void {
    this.#list.add({ cid: randomId(), text, at: Date.now(), tab: this.#tab, ...(reply !== undefined && { reply }) });
  }

  /** The channel is there anew, with these messages of ours. What else was on its way it may have or not: its cid tells it. */
  flush(echoed: readonly Pick<Message, "cid">[] = []): void {
    this.#rest();
    const cids = new Set(echoed.map(({ cid }) => cid));
    if (this.entries.some(({ cid }) => cids.has(cid)))
      this.#list.change((entries) => entries.filter(({ cid }) => !cids.has(cid))); // then the next one goes
    else this.#next();
  }

  /** The echo of a message, if it is one of ours, is its acknowledgement. */
  acknowledge({ cid }: Pick<Message, "cid">): void {
    if (this.#find(cid)) this.discard(cid);
  }

  refuse(refusal: Refusal): void {
    const { cid, code, retryAfter = RETRY_AFTER } = refusal;
    if (cid === undefined || !this.#find(cid)) return;
    if (!PASSING.has(code)) return this.#put(cid, { refusal });
    if (cid !== this.#current) return;
    this.#delay = refusal;
    this.#again(code === "storage" ? backoff(this.#delays++) : retryAfter);
    this.#tell();
  }

  /** Sends a refused message once more, as it is. */
  retry(cid: string): void {
    this.#put(cid, { refusal: undefined, tab: this.#tab });
  }

  discard(cid: string): void {
    this.#list.change((entries) => entries.filter((entry) => entry.cid !== cid));
  }

  /** Gives a message back to its writer. */
  take(cid: string): Unsent | undefined {
    const entry = this.#find(cid);
    this.discard(cid);
    return entry;
  }

  #find(cid: string | undefined): Unsent | undefined {
    return this.entries.find((entry) => entry.cid === cid);
  }

  #put(cid: string, change: Partial<Unsent>): void {
    this.#list.change((entries) => entries.map((entry) => (entry.cid === cid ? { ...entry, ...change } : entry)));
  }

  /** Sends the first message that may go, unless one is on its way. */
  #next(): void {
    const mine = this.entries.filter(({ tab, refusal }) => tab === this.#tab && !refusal);
    if (!mine.some(({ cid }) => cid === this.#current)) {
      this.#rest();
      if (mine[0] && this.#ready) this.#transmit(mine[0]);
    }
    this.#tell();
  }

  #transmit({ cid, text, reply }: Unsent): void {
    this.#current = cid;
    const sent = this.#options.send({ t: "chat", d: { cid, text, ...(reply !== undefined && { reply }) } });
    if (!sent) this.#rest(); // until `flush`
    else if (this.#current === cid) this.#again(ANSWER_WITHIN);
  }

  #again(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const current = this.#find(this.#current);
      if (current) this.#transmit(current);
    }, ms);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#current = undefined;
    this.#delay = undefined;
    this.#delays = 0;
  }

  #tell(): void {
    this.#options.changed?.(this.entries, this.#delay);
  }
}
