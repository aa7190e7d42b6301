/** What was written and not yet echoed: kept, sent in order, sent again, and given back when it is refused. */
import type { ClientEvent, Message, Refusal } from "~/shared/protocol";
import { randomId } from "./random-id";
import { SendQueue, type Waiting } from "./SendQueue";

export interface Unsent extends Waiting {
  text: string;
  reply?: number;
  /** When it was written (Unix ms). */
  at: number;
}

/**
 * Only one message is on its way, so they are stored in the order in which they were written. The same one may be sent often:
 * the channel knows it by its cid.
 */
export class Outbox extends SendQueue<Unsent> {
  /** Takes a text that is fit to be stored, and sends it when its turn comes. */
  add(text: string, reply?: number): void {
    this.write({ cid: randomId(), text, at: Date.now(), tab: this.tab, ...(reply !== undefined && { reply }) });
  }

  /** The channel is there anew, with these messages of ours. What else was on its way it may have or not: its cid tells it. */
  flush(echoed: readonly Pick<Message, "cid">[] = []): void {
    this.rest();
    const cids = new Set(echoed.map(({ cid }) => cid));
    if (this.entries.some(({ cid }) => cids.has(cid))) this.list.change((entries) => entries.filter(({ cid }) => !cids.has(cid))); // then the next one goes
    else this.next();
  }

  /** The echo of a message, if it is one of ours, is its acknowledgement. */
  acknowledge({ cid }: Pick<Message, "cid">): void {
    if (this.find(cid)) this.discard(cid);
  }

  refuse(refusal: Refusal): void {
    const { cid } = refusal;
    if (cid !== undefined && this.find(cid)) this.refused(cid, refusal);
  }

  /** Gives a message back to its writer. */
  take(cid: string): Unsent | undefined {
    const entry = this.find(cid);
    this.discard(cid);
    return entry;
  }

  protected override eventOf({ cid, text, reply }: Unsent): ClientEvent {
    return { t: "chat", d: { cid, text, ...(reply !== undefined && { reply }) } };
  }
}
