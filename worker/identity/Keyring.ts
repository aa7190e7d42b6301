/** The Durable Object that stores the site's secret keys (W17), and which identity links count (W23). The site has one, and it needs no setup. */
import { DurableObject } from "cloudflare:workers";
import { type Env, keyGenerations } from "../env";
import { newVapidKeys, type VapidKeys } from "../push/vapid";
import { LinkMemory } from "./link-memory";

const DAY = 24 * 60 * 60_000; // ms
/** ms from the creation of the next key until a key is deleted. */
const RETIREMENT_PERIOD = 30 * DAY;
const KEY_BYTES = 32;

export interface SigningKey {
  /** The key's generation. */
  id: number;
  secret: Uint8Array;
  /** Unix milliseconds. */
  madeAt: number;
}

/** All keys that an isolate of the Worker needs. */
export interface Secrets {
  /** The keys that verify identity cookies, at least one, oldest first. */
  signing: SigningKey[];
  /** Makes the places of addresses (W30). Like the next key, it is never rotated. A Keyring from before it has none. */
  place?: Uint8Array | undefined;
  /** Encrypts device links (W23). */
  token?: Uint8Array | undefined;
}

export class Keyring extends DurableObject<Env> {
  readonly #links = new LinkMemory(this.ctx.storage.sql);

  /** RPC: marks a device link as used until it expires (Unix ms). Returns false if it was used before. */
  useLink(id: string, expires: number): boolean {
    return this.#links.use(id, expires);
  }

  /** RPC: makes `id` the only recovery link of `person`. */
  setRecovery(person: string, id: string): void {
    this.#links.setRecovery(person, id);
  }

  /** RPC: whether `id` is the recovery link of `person`. */
  isRecovery(person: string, id: string): boolean {
    return this.#links.isRecovery(person, id);
  }

  /** RPC: all keys. Stores new ones before it returns them. */
  secrets(): Secrets {
    return { signing: this.keys(), place: this.#lastingKey("place"), token: this.#lastingKey("token") };
  }

  /** A key that is created once. */
  #lastingKey(purpose: string): Uint8Array {
    const { kv } = this.ctx.storage;
    const stored = kv.get<Uint8Array>(purpose);
    if (stored) return stored;
    const key = newKey();
    kv.put(purpose, key);
    return key;
  }

  /** RPC: the key pair with which pushes are signed (W36). Browsers' subscriptions are bound to it: it is created once, and never rotated. */
  async vapid(): Promise<VapidKeys> {
    const { kv } = this.ctx.storage;
    const stored = kv.get<VapidKeys>("vapid");
    if (stored) return stored;
    const created = await newVapidKeys();
    const meanwhile = kv.get<VapidKeys>("vapid"); // another request may have been faster
    if (!meanwhile) kv.put("vapid", created);
    return meanwhile ?? created;
  }

  /** RPC for Workers from before `secrets`: the keys that verify cookies, at least one, oldest first. */
  keys(): SigningKey[] {
    const { kv } = this.ctx.storage;
    const { newest, revoked } = keyGenerations(this.env);
    const now = Date.now();
    const stored = kv.get<SigningKey[]>("keys") ?? [];
    const keys = stored.filter(({ id }, i) => id > revoked && now - (stored[i + 1]?.madeAt ?? now) < RETIREMENT_PERIOD);
    if ((keys.at(-1)?.id ?? 0) < newest) keys.push({ id: newest, secret: newKey(), madeAt: now });
    if (keys.length !== stored.length || keys.at(-1)!.id !== stored.at(-1)!.id) kv.put("keys", keys);
    return keys;
  }
}

function newKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}
