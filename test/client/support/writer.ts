/** Someone who writes: an outbox, the frames that it has sent, and a channel that answers by hand. */
import { Outbox, type Unsent } from "../../../src/outbox/MessageOutbox";
import type { QueueOptions } from "../../../src/outbox/SendQueue";
import type { ClientEvent, ErrorCode, Refusal } from "../../../src/shared/protocol";

export class Writer implements Disposable {
  online = true;
  /** The texts that were sent, in order, repeats too. */
  readonly sent: string[] = [];
  readonly cids: string[] = [];
  readonly outbox: Outbox;
  delay: Refusal | undefined;
  readonly #watchers = new Set<() => void>();

  constructor(options: Omit<QueueOptions<Unsent>, "send" | "changed"> = {}) {
    this.outbox = new Outbox({
      ...options,
      send: (event) => this.online && this.#send(event),
      changed: (_entries, delay) => {
        this.delay = delay;
        for (const watcher of this.#watchers) watcher();
      },
    });
  }

  async opens(): Promise<this> {
    await this.outbox.load();
    return this;
  }

  writes(...texts: string[]): this {
    for (const text of texts) this.outbox.add(text);
    return this;
  }

  /** What is not yet stored, in order. */
  get unsent(): string[] {
    return this.outbox.entries.map(({ text }) => text);
  }

  entry(text: string): Unsent {
    const entry = this.outbox.entries.find((entry) => entry.text === text);
    if (!entry) throw new Error(`Nobody has written “${text}”, or it is stored already.`);
    return entry;
  }

  isEchoed(text: string): void {
    this.outbox.acknowledge(this.entry(text));
  }

  isRefused(text: string, code: ErrorCode, retryAfter?: number): void {
    const { cid } = this.entry(text);
    this.outbox.refuse({ code, message: `${code}!`, cid, ...(retryAfter !== undefined && { retryAfter }) });
  }

  reconnects(): void {
    this.online = true;
    this.outbox.flush();
  }

  /** Waits until these are what is unsent here. */
  has(...texts: string[]): Promise<void> {
    return this.until(() => this.unsent.join() === texts.join());
  }

  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!condition()) return;
        this.#watchers.delete(check);
        resolve();
      };
      this.#watchers.add(check);
      check();
    });
  }

  [Symbol.dispose](): void {
    this.outbox.close();
  }

  #send(event: ClientEvent): boolean {
    if (event.t !== "chat") return false;
    this.sent.push(event.d.text);
    this.cids.push(event.d.cid);
    return true;
  }
}
