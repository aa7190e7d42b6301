/** Messages that were written and not echoed yet: stored, sent in order, sent again, and given back if the channel rejects them. */
import type { Message, Refusal, ServerEvent } from "~/shared/protocol";
import { randomId } from "./random-id";
import { SendQueue, type Entry, type QueueConnections } from "./SendQueue";

/** A file that is ready to be sent, with what its upload says of it (W37). */
export interface UnsentFile {
  blob: Blob;
  name: string;
  alt: string;
  preview: string;
  /** Pixels, of a picture. */
  width?: number;
  height?: number;
  /** Once it is uploaded. */
  id?: string | undefined;
}

export interface UnsentMessage extends Entry {
  text: string;
  reply?: number;
  files?: readonly UnsentFile[];
  /** When it was written (Unix ms). */
  at: number;
}

/** The channel recognises a message that is sent again by its cid (W4). */
export class MessageOutbox {
  readonly queue: SendQueue<UnsentMessage>;
  readonly #uploadedAgain = new Set<string>(); // cids of messages of which the channel had lost a file

  /** `wish` is what each message says of its preview (W38). */
  constructor(connections: QueueConnections<UnsentMessage>, wish: () => { preview?: false } = () => ({})) {
    this.queue = new SendQueue({
      ...connections,
      toEvent: ({ cid, text, reply, files }) => ({
        t: "chat",
        d: { cid, text, ...(reply !== undefined && { reply }), ...(files && { files: files.map(({ id }) => id!) }), ...wish() },
      }),
      canSend: isUploaded, // meanwhile, later messages are sent
    });
  }

  load(): Promise<void> {
    return this.queue.load();
  }

  close(): void {
    this.queue.close();
  }

  /**
   * Takes cleaned texts of valid length, and sends them in their turn. `reply` is the id of the message that the first one answers;
   * the last one has the files.
   */
  add(texts: string | readonly string[], reply?: number, files: readonly UnsentFile[] = []): void {
    const { tab } = this.queue;
    const entries = [texts].flat().map((text): UnsentMessage => ({ cid: randomId(), text, at: Date.now(), tab }));
    if (reply !== undefined) entries[0]!.reply = reply;
    if (files.length > 0) entries.at(-1)!.files = files;
    this.queue.add(entries);
  }

  /** The files of a message are uploaded: it is sent in its turn. Without ids, they have to be uploaded again. */
  setFileIds(cid: string, ids: readonly string[] = []): void {
    const withIds = ({ files = [] }: UnsentMessage) => files.map((file, index) => ({ ...file, id: ids[index] }));
    this.queue.change((entries) => entries.map((entry) => (entry.cid === cid ? { ...entry, files: withIds(entry) } : entry)));
  }

  /** Whether the channel cannot have the message yet, so that its author can take it back. */
  isNeverSent(cid: string): boolean {
    const entry = this.queue.find(cid);
    return this.queue.isNeverSent(cid) || (entry !== undefined && !isUploaded(entry));
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
      if (cid !== undefined && this.queue.find(cid)) this.#reject(cid, event.d);
    }
  }

  /** An upload that no message has named is kept for one hour. */
  #reject(cid: string, refusal: Refusal): void {
    if (refusal.reason !== "no_such_file" || this.#uploadedAgain.has(cid)) return void this.queue.reject(cid, refusal);
    this.#uploadedAgain.add(cid);
    this.setFileIds(cid);
  }

  #resume(echoed: readonly Message[]): void {
    this.queue.forgetInFlight();
    const cids = new Set(echoed.map(({ cid }) => cid));
    if (this.queue.entries.some(({ cid }) => cids.has(cid)))
      this.queue.change((entries) => entries.filter(({ cid }) => !cids.has(cid))); // which sends the next one
    else this.queue.sendNext();
  }
}

export function isUploaded({ files = [] }: UnsentMessage): boolean {
  return files.every(({ id }) => id !== undefined);
}
