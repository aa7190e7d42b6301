/** Messages that were written and not echoed yet: stored, sent in order, sent again, and given back if the channel rejects them. */
import type { Message, ServerEvent } from "~/shared/protocol";
import { randomId } from "./random-id";
import { SendQueue, type Entry, type QueueConnections } from "./SendQueue";

export interface UnsentMessage extends Entry {
  text: string;
  reply?: number;
  /** When it was written (Unix ms). */
  at: number;
}

/** The channel recognises a message that is sent again by its cid (W4). */
export class MessageOutbox {
  readonly queue: SendQueue<UnsentMessage>;

  constructor(connections: QueueConnections<UnsentMessage>) {
    this.queue = new SendQueue({
      ...connections,
      toEvent: ({ cid, text, reply }) => ({ t: "chat", d: { cid, text, ...(reply !== undefined && { reply }) } }),
    });
  }

  load(): Promise<void> {
    return this.queue.load();
  }

  close(): void {
    this.queue.close();
  }

  /** Takes cleaned texts of valid length, and sends them in their turn. `reply` is the id of the message that the first one answers. */
  add(texts: string | readonly string[], reply?: number): void {
    const { tab } = this.queue;
    const entries = [texts].flat().map((text): UnsentMessage => ({ cid: randomId(), text, at: Date.now(), tab }));
    if (reply !== undefined) entries[0]!.reply = reply;
    this.queue.add(entries);
  }

  /** Removes a message and returns it, so that its author can edit it. */
  takeBack(cid: string): UnsentMessage | undefined {
    const entry = this.queue.find(cid);
    this.queue.remove(cid);
    return entry;
  }

  /** Folds an event: the echo of one's own message is its acknowledgement (W5). `you` is the user's id. */
  receive(event: ServerEvent, you: string): void {
    if (event.t === "welcome") this.#resume(event.d.messages.filter(({ user }) => user.id === you));
    else if (event.t === "chat" && event.d.user.id === you && this.queue.find(event.d.cid)) this.queue.remove(event.d.cid);
    else if (event.t === "error") {
      const cid = event.d.ref ?? event.d.cid; // a channel from before `ref` names the cid alone
      if (cid !== undefined && this.queue.find(cid)) this.queue.reject(cid, event.d);
    }
  }

  #resume(echoed: readonly Message[]): void {
    this.queue.forgetInFlight();
    const cids = new Set(echoed.map(({ cid }) => cid));
    if (this.queue.entries.some(({ cid }) => cids.has(cid)))
      this.queue.change((entries) => entries.filter(({ cid }) => !cids.has(cid))); // which sends the next one
    else this.queue.sendNext();
  }
}
