/** A channel with four users, for property tests. */
import { runInDurableObject } from "cloudflare:test";
import type { ClientEvent, Message } from "../../../src/shared/protocol";
import { MessageStore } from "../../../worker/storage/messages";
import { type Operation, USERS } from "./operations";
import { Reader } from "./reader";
import { channelOf, sleep } from "./stored";

export class World {
  readers: Reader[] = [];
  readonly channel: string;
  /** The cids that were sent again from another device. Either of the two may have arrived first. */
  readonly resent = new Set<string>();
  #cids = 0;

  private constructor(channel: string) {
    this.channel = channel;
  }

  static async create(channel: string, past: number): Promise<World> {
    const world = new World(channel);
    if (past > 0) await world.#flood(past);
    world.readers = await Promise.all(USERS.map((user) => Reader.open(channel, user)));
    return world;
  }

  async run(operation: Operation): Promise<void> {
    const reader = this.readers["who" in operation ? operation.who : 0]!;
    const id = (which: number) => (which < 0 ? -which : (reader.timeline.messages.at(-1 - which)?.id ?? 1));
    switch (operation.t) {
      case "write": {
        const { text, reply } = operation;
        return reader.write({ t: "chat", d: { cid: `${++this.#cids}`, text, ...(reply !== undefined && { reply: id(reply) }) } });
      }
      case "edit":
        return reader.send({ t: "edit", d: { id: id(operation.which), text: operation.text } });
      case "delete":
        return reader.send({ t: "delete", d: { id: id(operation.which) } });
      case "react":
        return reader.send({ t: "react", d: { id: id(operation.which), emoji: operation.emoji, on: operation.on } });
      case "again":
        return this.#again(reader, operation.sent);
      case "rename":
        return reader.send({ t: "name", d: { name: operation.name } });
      case "load older":
        return reader.loadOlder(operation.limit);
      case "offline":
        return reader.goOffline();
      case "online":
        return reader.goOnline();
      case "half-open":
        return reader.goSilent();
      case "settle":
        return this.settle();
      case "sleep":
        return sleep(this.channel);
      case "restart":
        return this.#restart();
      case "flood":
        await this.settle();
        return this.#flood(operation.count);
      case "begin anew":
        await this.settle();
        return this.#beginAnew();
      default:
        operation satisfies never;
    }
  }

  /** Waits until all online readers have received the changes of all online readers. */
  async settle(): Promise<void> {
    const online = this.readers.filter((reader) => reader.isOnline);
    await Promise.all(online.map((reader) => reader.settled()));
    await Promise.all(online.map((reader) => reader.settled()));
  }

  /** All stored messages. */
  stored(): Promise<Message[]> {
    const everything = (storage: DurableObjectStorage) => new MessageStore(storage, "").before(Number.MAX_SAFE_INTEGER, 100_000);
    return runInDurableObject(channelOf(this.channel), (_channel, { storage }) => everything(storage).messages);
  }

  /** Sends an earlier event again, from this or another device of the same user. */
  #again(reader: Reader, sent: number): void {
    const all: ClientEvent[] = this.readers.filter(({ user }) => user === reader.user).flatMap((other) => other.sent);
    const event = all.at(-1 - sent);
    if (!event) return;
    if (event.t === "chat") this.resent.add(event.d.cid);
    reader.send(event);
  }

  #restart(): Promise<void> {
    return sleep(this.channel, "close");
  }

  /** Writes and changes many messages while nobody is connected. */
  async #flood(count: number): Promise<void> {
    await runInDurableObject(channelOf(this.channel), (_channel, { storage }) => {
      const store = new MessageStore(storage, crypto.randomUUID());
      const dan = { id: "dan", name: "Dan" };
      for (let i = 0; i < count; i++) {
        const { id } = store.append(dan, `${++this.#cids}`, "hi", 1).message;
        if (i % 9 === 0) store.edit(dan.id, id, "edited", 2);
        if (i % 20 === 0) store.delete(dan.id, id);
      }
      for (const message of store.before(store.seq, 5).messages)
        if (!message.deleted) store.react(dan.id, message.id, "👀", true);
    });
    await this.#restart();
  }

  async #beginAnew(): Promise<void> {
    await runInDurableObject(channelOf(this.channel), (_channel, { storage }) => storage.deleteAll());
    for (const reader of this.readers) reader.written = reader.unechoed;
    await this.#restart();
  }
}
