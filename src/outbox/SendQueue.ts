/** What waits for the channel's answer: kept, sent one at a time and in order, and sent again until the answer is there. */
import type { ClientEvent, ErrorCode, Refusal } from "~/shared/protocol";
import { backoff } from "~/socket/backoff";
import { memoryStore, type ListStore } from "./storage";
import { SharedList, type Shared } from "./SharedList";
import { noTabs, type Tabs } from "./tabs";

/** After it, what a connected channel has not answered is sent again. */
const ANSWER_WITHIN = 15_000; // ms
/** A storage that takes longer to open must not keep back what is written now. */
const LOAD_WITHIN = 5_000; // ms
const RETRY_AFTER = 1_000; // ms, where `rate_limited` does not say

/** Refusals that are over by themselves: the same is sent again. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["rate_limited", "storage"]);

export interface Waiting extends Shared {
  /** Why the channel does not take it; it then waits for its writer. */
  refusal?: Refusal | undefined;
}

export interface QueueOptions<T> {
  /** Hands an event to the socket; false if the socket cannot take it now. */
  send: (event: ClientEvent) => boolean;
  /** Told of every change, with the reason why the first one waits although the channel is there. */
  changed?: (entries: readonly T[], delay: Refusal | undefined) => void;
  store?: ListStore<T>;
  tabs?: Tabs;
}

/** A tab sends what has its own id on it, and the next only when the one before is answered: confirmed, or refused for good. */
export abstract class SendQueue<T extends Waiting> {
  protected readonly list: SharedList<T>;
  readonly tab: string;
  readonly #options: QueueOptions<T>;
  readonly #untouched = new Set<string>(); // cids of what was written here and never handed to a socket
  #loading: symbol | undefined;
  #ready = false; // nothing is sent before what an earlier page left is here
  #current: string | undefined; // the cid that is on its way, or about to be sent again
  #delay: Refusal | undefined; // of the current one
  #delays = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: QueueOptions<T>) {
    const { store = memoryStore<T>(), tabs = noTabs() } = options;
    this.#options = options;
    this.tab = tabs.id;
    this.list = new SharedList(store, tabs, () => this.next());
  }

  protected abstract eventOf(entry: T): ClientEvent;

  /** Whether it may be sent at all, as things are. */
  protected mayGo({ refusal }: T): boolean {
    return !refusal;
  }

  /** Those of all tabs, in the order in which they were written. */
  get entries(): readonly T[] {
    return this.list.entries;
  }

  /** Some of what was written exists nowhere but in this page. */
  get atRisk(): boolean {
    return this.list.atRisk;
  }

  /** Nobody but its writer can have it yet: it can be taken back. */
  isUntouched(cid: string): boolean {
    return this.#untouched.has(cid);
  }

  /** Brings what earlier pages left, then starts to send. */
  async load(): Promise<void> {
    const loading = (this.#loading = Symbol("loading"));
    const start = () => {
      if (this.#loading !== loading) return; // closed meanwhile
      this.#ready = true;
      this.next();
    };
    const late = setTimeout(start, LOAD_WITHIN);
    await this.list.load();
    clearTimeout(late);
    start();
  }

  /** The page goes: hands over all that waits behind others, and leaves what is not answered to other tabs or to the next `load`. */
  close(): void {
    const isWaiting = ({ cid }: T) => cid !== this.#current || this.#delay;
    if (this.#ready) for (const entry of this.#own().filter(isWaiting)) this.#hand(entry);
    this.#loading = undefined;
    this.#ready = false;
    this.rest();
    this.list.close();
  }

  /** Sends once more, as it is, what was refused. */
  retry(cid: string): void {
    this.#put(cid, { refusal: undefined, tab: this.tab });
  }

  discard(cid: string): void {
    this.list.change((entries) => entries.filter((entry) => entry.cid !== cid));
  }

  protected write(entry: T, isReplaced?: (other: T) => boolean): void {
    this.#untouched.add(entry.cid);
    this.list.add(entry, isReplaced);
  }

  protected find(cid: string | undefined): T | undefined {
    return this.entries.find((entry) => entry.cid === cid);
  }

  /** What is on its way, or about to be sent again. */
  protected get current(): T | undefined {
    return this.find(this.#current);
  }

  /** The channel does not take it: not now, or not at all. */
  protected refused(cid: string, refusal: Refusal): void {
    const { code, retryAfter = RETRY_AFTER } = refusal;
    if (!PASSING.has(code)) return this.#put(cid, { refusal });
    if (cid !== this.#current) return;
    this.#delay = refusal;
    this.#again(code === "storage" ? backoff(this.#delays++) : retryAfter);
    this.#tell();
  }

  /** Sends the first that may go, unless one is on its way. */
  protected next(): void {
    const own = this.#own();
    if (!own.some(({ cid }) => cid === this.#current)) {
      this.rest();
      if (own[0] && this.#ready) this.#transmit(own[0]);
    }
    this.#tell();
  }

  /** Nothing is on its way any more. */
  protected rest(): void {
    clearTimeout(this.#timer);
    this.#current = undefined;
    this.#delay = undefined;
    this.#delays = 0;
  }

  #own(): readonly T[] {
    return this.entries.filter((entry) => entry.tab === this.tab && this.mayGo(entry));
  }

  #put(cid: string, change: Partial<Waiting>): void {
    this.list.change((entries) => entries.map((entry) => (entry.cid === cid ? { ...entry, ...change } : entry)));
  }

  #transmit(entry: T): void {
    this.#current = entry.cid;
    if (!this.#hand(entry)) this.rest(); // until the channel is there anew
    else if (this.#current === entry.cid) this.#again(ANSWER_WITHIN);
  }

  /** False if the socket cannot take it now. */
  #hand(entry: T): boolean {
    const isSent = this.#options.send(this.eventOf(entry));
    if (isSent) this.#untouched.delete(entry.cid);
    return isSent;
  }

  #again(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.current && this.#transmit(this.current), ms);
  }

  #tell(): void {
    this.#options.changed?.(this.entries, this.#delay);
  }
}
