/** Sends entries in order, one at a time, and sends each again until the channel has answered it. */
import type { ClientEvent, ErrorCode, Refusal } from "~/shared/protocol";
import { backoff } from "~/socket/backoff";
import { memoryStore, STORAGE_TIMEOUT, type ListStore } from "./storage";
import { SharedList, type SharedEntry } from "./SharedList";
import { noTabs, type Tabs } from "./tabs";

/** A connected channel has this long to answer an event. Then the event is sent again. */
const ANSWER_TIMEOUT = 15_000; // ms
const RETRY_AFTER = 1_000; // ms, if `rate_limited` names no time

/** Errors that pass: the same event is sent again later. */
const TEMPORARY: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["rate_limited", "storage"]);

export interface Entry extends SharedEntry {
  /** The error with which the channel rejected it. It stays in the list until its author decides what to do. */
  refusal?: Refusal | undefined;
}

/** What a queue is connected to. */
export interface QueueConnections<T> {
  /** Passes an event to the socket. Returns false if the socket cannot take it now. */
  send: (event: ClientEvent) => boolean;
  /** Called after each change. `delay` is the error because of which the first entry waits while the channel is online. */
  onChange?: (entries: readonly T[], delay: Refusal | undefined) => void;
  /** In memory, if absent. */
  store?: ListStore<T>;
  /** None, if absent. */
  tabs?: Tabs;
}

interface QueueOptions<T> extends QueueConnections<T> {
  /** Builds the event of an entry. The queue adds the `ref` by which an error names the entry (W14). */
  toEvent: (entry: T) => ClientEvent;
  /** Whether an entry may be sent now. A rejected entry never is. */
  canSend?: (entry: T) => boolean;
}

/** All tabs share the list. A tab sends the entries that carry its id. */
export class SendQueue<T extends Entry> {
  readonly tab: string;
  readonly #options: QueueOptions<T>;
  readonly #list: SharedList<T>;
  readonly #neverSent = new Set<string>(); // cids of entries that were added here and never passed to a socket
  #loading: symbol | undefined;
  #isReady = false; // nothing is sent before the entries of earlier pages are loaded
  #inFlight: string | undefined; // the cid of the entry that was sent, or that is about to be sent again
  #delay: Refusal | undefined; // of the entry in flight
  #failures = 0; // of the entry in flight, in a row
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: QueueOptions<T>) {
    const { store = memoryStore<T>(), tabs = noTabs() } = options;
    this.#options = options;
    this.tab = tabs.id;
    this.#list = new SharedList(store, tabs, () => this.sendNext());
  }

  /** The entries of all tabs, in the order in which they were added. */
  get entries(): readonly T[] {
    return this.#list.entries;
  }

  /** The entries that exist only in this page's memory. */
  get unstored(): readonly T[] {
    return this.#list.unstored;
  }

  get atRisk(): boolean {
    return this.unstored.length > 0;
  }

  /** The entry that was sent and is not answered yet. */
  get inFlight(): T | undefined {
    return this.find(this.#inFlight);
  }

  find(cid: string | undefined): T | undefined {
    return this.entries.find((entry) => entry.cid === cid);
  }

  /** Whether the channel cannot have the entry yet, so that its author can take it back. */
  isNeverSent(cid: string): boolean {
    return this.#neverSent.has(cid);
  }

  /** Loads the entries of earlier pages, then starts to send. If the storage answers later, they are sent after newer ones. */
  async load(): Promise<void> {
    const loading = (this.#loading = Symbol("loading"));
    const start = () => {
      if (this.#loading !== loading) return; // closed meanwhile
      this.#isReady = true;
      this.sendNext();
    };
    const timer = setTimeout(start, STORAGE_TIMEOUT);
    await this.#list.load();
    clearTimeout(timer);
    start();
  }

  /**
   * The page goes away: sends all entries that wait behind others, or that exist only in this page's memory. Other tabs or the next
   * `load` take over what is not answered.
   */
  close(): void {
    const isWaiting = ({ cid }: T) => (this.#isReady ? cid !== this.#inFlight || this.#delay : this.#list.isUnstored(cid));
    for (const entry of this.#own().filter(isWaiting)) this.#transmit(entry);
    this.#loading = undefined;
    this.#isReady = false;
    this.forgetInFlight();
    this.#list.close();
  }

  /** Adds entries at the end. They replace the entries for which `isReplaced` returns true. */
  add(entries: readonly T[], isReplaced?: (other: T) => boolean): void {
    for (const { cid } of entries) this.#neverSent.add(cid);
    this.#list.add(entries, isReplaced);
  }

  /** Adds the entries of an earlier queue in this page, as if the storage had kept them. Call it after `load`. */
  restore(entries: readonly T[]): void {
    if (entries.length > 0) this.#list.add(entries.map((entry) => ({ ...entry, tab: this.tab })));
  }

  remove(cid: string): void {
    this.change((entries) => entries.filter((entry) => entry.cid !== cid));
  }

  change(edit: (entries: readonly T[]) => readonly T[]): void {
    this.#list.change(edit);
  }

  /** Sends a rejected entry once more. */
  retry(cid: string): void {
    this.#patch(cid, { refusal: undefined, tab: this.tab });
  }

  /** The channel has rejected the entry `cid`. Returns whether that is final. */
  reject(cid: string, refusal: Refusal): boolean {
    const { code, retryAfter = RETRY_AFTER } = refusal;
    if (!TEMPORARY.has(code)) {
      this.#patch(cid, { refusal });
      return true;
    }
    if (cid === this.#inFlight) {
      this.#delay = refusal;
      this.#sendAgainAfter(code === "storage" ? backoff(this.#failures++) : retryAfter);
      this.#notify();
    }
    return false;
  }

  /** Sends the first entry that may be sent, unless one is in flight. */
  sendNext(): void {
    const own = this.#own();
    if (!own.some(({ cid }) => cid === this.#inFlight)) {
      this.forgetInFlight();
      if (own[0] && this.#isReady) this.#send(own[0]);
    }
    this.#notify();
  }

  /** After a reconnect, nobody knows whether the channel has the entry in flight. */
  forgetInFlight(): void {
    clearTimeout(this.#timer);
    this.#inFlight = undefined;
    this.#delay = undefined;
    this.#failures = 0;
  }

  #own(): readonly T[] {
    const { canSend = () => true } = this.#options;
    return this.entries.filter((entry) => entry.tab === this.tab && !entry.refusal && canSend(entry));
  }

  #patch(cid: string, patch: Partial<Entry>): void {
    this.change((entries) => entries.map((entry) => (entry.cid === cid ? { ...entry, ...patch } : entry)));
  }

  #send(entry: T): void {
    this.#inFlight = entry.cid;
    if (!this.#transmit(entry)) this.forgetInFlight(); // until the next welcome
    else if (this.#inFlight === entry.cid) this.#sendAgainAfter(ANSWER_TIMEOUT);
  }

  /** Returns false if the socket cannot take it now. */
  #transmit(entry: T): boolean {
    const isSent = this.#options.send({ ...this.#options.toEvent(entry), ref: entry.cid });
    if (isSent) this.#neverSent.delete(entry.cid);
    return isSent;
  }

  #sendAgainAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.inFlight && this.#send(this.inFlight), ms);
  }

  #notify(): void {
    this.#options.onChange?.(this.entries, this.#delay);
  }
}
