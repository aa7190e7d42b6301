/** The welcome (W2, W3) and the page's snapshot. Messages are read and serialised once for all peers with the same `since`. */
import build from "virtual:build-id";
import { LIMITS, PROTOCOL, type Messages, type Settings, type Snapshot, type User } from "../../src/shared/protocol";
import type { MessageStore } from "../storage/messages";
import { quotesFor } from "../storage/quotes";
import type { Identity } from "../peer";

/** After a deploy all peers reconnect at once, nearly all with the same `since`. */
const MAX_CACHED = 1_048_576; // UTF-16 units

/** The part of a welcome that depends on `since` alone. */
interface Part {
  resumed: boolean;
  /** `Messages` as JSON. */
  messages: string;
}

/** The JSON of an object, serialised once for as long as it is the same object. */
class JsonCache<T> {
  #value: T | undefined;
  #json = "";

  json(value: T): string {
    if (this.#value !== value || this.#json === "") {
      this.#value = value;
      this.#json = JSON.stringify(value);
    }
    return this.#json;
  }
}

export class WelcomeCache {
  #store: MessageStore;
  /** The store's version when the cached parts were read. */
  #version = -1;
  #latest: Messages | undefined;
  /** By `since`; undefined for a first load. */
  #parts = new Map<number | undefined, Part>();
  #users = new JsonCache<readonly User[]>();
  #settings = new JsonCache<Settings | undefined>();
  #cachedLength = 0;

  constructor(store: MessageStore) {
    this.#store = store;
  }

  /** The serialised welcome of a peer. */
  json(
    { channel, since, epoch, pageIdentity }: Identity,
    { users, settings, ...snapshot }: Omit<Snapshot, keyof Messages>,
  ): string {
    const canResume = since !== undefined && epoch === this.#store.epoch && since <= this.#store.seq;
    const { resumed, messages } = this.#part(canResume ? since : undefined);
    const state = {
      protocol: PROTOCOL,
      channel,
      identity: pageIdentity,
      ...snapshot,
      resumed,
      now: Date.now(),
      limits: LIMITS,
      build,
    };
    const d = JSON.stringify(state);
    const [usersJson, settingsJson] = [this.#users.json(users), this.#settings.json(settings)];
    return `{"t":"welcome","d":${d.slice(0, -1)},"users":${usersJson},"settings":${settingsJson},${messages.slice(1)}}`;
  }

  /** The channel's latest messages. */
  latest(): Messages {
    this.#refresh();
    return (this.#latest ??= this.#store.latest());
  }

  #part(since: number | undefined): Part {
    this.#refresh();
    const known = this.#parts.get(since);
    if (known) return known;
    const part = this.#read(since);
    const { length } = part.messages;
    if (this.#cachedLength + length > MAX_CACHED) this.#clear();
    if (length > MAX_CACHED) return part;
    this.#parts.set(since, part);
    this.#cachedLength += length;
    return part;
  }

  #read(since: number | undefined): Part {
    const missed = since === undefined ? undefined : this.#store.since(since);
    const messages: Messages = missed
      ? { messages: missed, more: this.#store.hasOlder, ...quotesFor(missed, (id) => this.#store.get(id)) }
      : this.latest();
    return { resumed: missed !== undefined, messages: JSON.stringify(messages) };
  }

  #refresh(): void {
    if (this.#version === this.#store.version) return;
    this.#version = this.#store.version;
    this.#latest = undefined;
    this.#clear();
  }

  #clear(): void {
    this.#parts.clear();
    this.#cachedLength = 0;
  }
}
