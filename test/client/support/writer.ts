/** A user who writes: an outbox, the events that it has sent, and a channel whose answers the test makes. */
import { chat, welcome } from "./fake-server";
import { MessageOutbox, type UnsentMessage } from "../../../src/outbox/MessageOutbox";
import type { QueueConnections } from "../../../src/outbox/SendQueue";
import type { ClientEvent, ErrorCode, Refusal } from "../../../src/shared/protocol";

const YOU = { id: "u1", name: "Ada" };

export class Writer implements Disposable {
  online = true;
  /** The texts that were sent, in order, repeats included. */
  readonly sent: string[] = [];
  readonly cids: string[] = [];
  readonly outbox: MessageOutbox;
  delay: Refusal | undefined;
  readonly #watchers = new Set<() => void>();

  constructor(options: Omit<QueueConnections<UnsentMessage>, "send" | "onChange"> = {}) {
    this.outbox = new MessageOutbox({
      ...options,
      send: (event) => this.online && this.#send(event),
      onChange: (_entries, delay) => {
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

  /** The texts that the channel does not have yet, in order. */
  get unsent(): string[] {
    return this.outbox.queue.entries.map(({ text }) => text);
  }

  entry(text: string): UnsentMessage {
    const entry = this.outbox.queue.entries.find((entry) => entry.text === text);
    if (!entry) throw new Error(`Nobody has written “${text}”, or it is stored already.`);
    return entry;
  }

  isEchoed(text: string): void {
    const { cid } = this.entry(text);
    this.outbox.receive(chat(1, { cid, user: YOU }), YOU.id);
  }

  isRefused(text: string, code: ErrorCode, retryAfter?: number): void {
    const { cid } = this.entry(text);
    const d = { code, message: `${code}!`, cid, ref: cid, ...(retryAfter !== undefined && { retryAfter }) };
    this.outbox.receive({ t: "error", d }, YOU.id);
  }

  reconnects(): void {
    this.online = true;
    this.outbox.receive(welcome({ you: YOU }), YOU.id);
  }

  /** Waits until exactly these texts are unsent. */
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
