/** A simulation of a channel and its clients, which a property test runs operations on. */
import { runInDurableObject } from "cloudflare:test";
import type { ClientEvent, Message } from "../../../src/shared/protocol";
import { type Operation, USERS } from "./operations";
import { channelOf, evict, openStore } from "./stored";
import { TestClient } from "./TestClient";

export class Simulation {
  clients: TestClient[] = [];
  readonly channel: string;
  /** The cids that were sent again, perhaps from another device. Either copy may have arrived first. */
  readonly resent = new Set<string>();
  #cids = 0;

  private constructor(channel: string) {
    this.channel = channel;
  }

  static async create(channel: string, past: number): Promise<Simulation> {
    const simulation = new Simulation(channel);
    if (past > 0) await simulation.#flood(past);
    simulation.clients = await Promise.all(USERS.map((user) => TestClient.open(channel, user)));
    return simulation;
  }

  async run(operation: Operation): Promise<void> {
    const client = this.clients["client" in operation ? operation.client : 0]!;
    const id = (which: number) => (which < 0 ? -which : (client.timeline.messages.at(-1 - which)?.id ?? 1));
    switch (operation.t) {
      case "write": {
        const { text, reply } = operation;
        return client.write({ t: "chat", d: { cid: `${++this.#cids}`, text, ...(reply !== undefined && { reply: id(reply) }) } });
      }
      case "edit":
        return client.send({ t: "edit", d: { id: id(operation.which), text: operation.text } });
      case "delete":
        return client.send({ t: "delete", d: { id: id(operation.which) } });
      case "react":
        return client.send({ t: "react", d: { id: id(operation.which), emoji: operation.emoji, on: operation.on } });
      case "resend":
        return this.#resend(client, operation.sent);
      case "rename":
        return client.send({ t: "name", d: { name: operation.name } });
      case "load older":
        return client.loadOlder(operation.limit);
      case "offline":
        return client.goOffline();
      case "online":
        return client.goOnline();
      case "half-open":
        return client.goHalfOpen();
      case "settle":
        return this.settle();
      case "evict":
        return evict(this.channel);
      case "restart":
        return this.#restart();
      case "flood":
        await this.settle();
        return this.#flood(operation.count);
      case "reset":
        await this.settle();
        return this.#reset();
      default:
        operation satisfies never;
    }
  }

  /** Waits until all online clients have received the changes of all online clients. */
  async settle(): Promise<void> {
    const online = this.clients.filter((client) => client.isOnline);
    await Promise.all(online.map((client) => client.settled()));
    await Promise.all(online.map((client) => client.settled()));
  }

  /** All stored messages. */
  stored(): Promise<Message[]> {
    const everything = (storage: DurableObjectStorage) => openStore(storage, "").before(Number.MAX_SAFE_INTEGER, 100_000);
    return runInDurableObject(channelOf(this.channel), (_channel, { storage }) => everything(storage).messages);
  }

  /** Sends an earlier event again, from this or another device of the same user. */
  #resend(client: TestClient, sent: number): void {
    const all: ClientEvent[] = this.clients.filter(({ user }) => user === client.user).flatMap((other) => other.sent);
    const event = all.at(-1 - sent);
    if (!event) return;
    if (event.t === "chat") this.resent.add(event.d.cid);
    client.send(event);
  }

  #restart(): Promise<void> {
    return evict(this.channel, "close");
  }

  /** Writes and changes many messages while nobody is connected. */
  async #flood(count: number): Promise<void> {
    await runInDurableObject(channelOf(this.channel), (_channel, { storage }) => {
      const store = openStore(storage, crypto.randomUUID());
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

  /** Deletes the channel's storage: a new history begins. */
  async #reset(): Promise<void> {
    await runInDurableObject(channelOf(this.channel), (_channel, { storage }) => storage.deleteAll());
    for (const client of this.clients) client.written = client.unechoed;
    await this.#restart();
  }
}
