/** The exports of a channel (W34): its history as a file that is read in slices, so that the channel serves everyone else in between. */
import type { Settings } from "../../src/shared/protocol";
import { logError } from "../log";
import type { MessageStore } from "../storage/messages";
import { html } from "./html";
import { markdown } from "./markdown";
import { json } from "./json";
import type { Order } from "./order";
import type { Format, Writer } from "./writer";

const SLICE = 100; // messages
const PAUSE = 8; // ms after each slice. With 250 and 5, a busy channel's slowest frames take three times as long (docs/performance.md)
const STALLED_AFTER = 30_000; // ms without a read, after which an export gives way to the next one

const WRITERS: Record<Order["format"], Writer> = { json, md: markdown, html };

export class Exports {
  #messages: MessageStore;
  /** The one that is running, and when it was read last (Unix ms). */
  #running: { readAt: number } | undefined;

  constructor(messages: MessageStore) {
    this.#messages = messages;
  }

  /** The file, in UTF-8. Undefined while another export is running. If it ends early, it says so at its end. */
  start(order: Order, settings: Settings, mayRead: () => boolean): ReadableStream | undefined {
    if (this.#running && Date.now() - this.#running.readAt < STALLED_AFTER) return undefined;
    const own = (this.#running = { readAt: Date.now() });
    const { readable, writable } = new IdentityTransformStream();
    const writer = writable.getWriter();
    const format = WRITERS[order.format](order, settings);
    const write = async (text: string) => {
      if (text) await writer.write(new TextEncoder().encode(text)); // until it is read, so that memory stays flat
      own.readAt = Date.now();
    };
    void this.#write(order, format, write, () => this.#running === own && mayRead())
      .catch(async (error: unknown) => {
        await write(format.cut); // workerd ends a stream that fails like one that is complete: cloudflare/workerd#6818
        logError("export", error);
      })
      .then(() => writer.close())
      .catch(() => undefined) // the reader is gone
      .finally(() => {
        if (this.#running === own) this.#running = undefined;
      });
    return readable;
  }

  /** Messages that come meanwhile are not in the file. */
  async #write(
    { from, to }: Order,
    { head, entry }: Format,
    write: (text: string) => Promise<void>,
    mayGoOn: () => boolean,
  ): Promise<void> {
    const until = this.#messages.seq;
    await write(head);
    for (let last = this.#before(from, until), isMore = true; isMore; await scheduler.wait(PAUSE)) {
      if (!mayGoOn()) throw new Error("The reader may not read any more, or has read nothing for too long.");
      const { messages, newer } = this.#messages.after(last, SLICE);
      const wanted = messages.filter(({ id, at }) => id <= until && at >= from && at <= to);
      await write(wanted.map((message) => entry(message, message.reply && this.#messages.get(message.reply))).join(""));
      last = messages.at(-1)?.id ?? until;
      isMore = newer === true && last < until && messages.some(({ at }) => at <= to);
    }
  }

  /** An id up to which nothing is as late as `from` (Unix ms). Times rise with the ids, unless a clock was set back: so it is a slice too low. */
  #before(from: number, until: number): number {
    let [low, high] = [0, until];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const [next] = this.#messages.after(middle, 1).messages;
      if (next && next.at < from) low = next.id;
      else high = middle;
    }
    return Math.max(0, low - SLICE);
  }
}
