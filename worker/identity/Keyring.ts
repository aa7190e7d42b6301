/** The Durable Object that creates and stores the keys that sign identity cookies (W17). The site has one, and needs no setup for it. */
import { DurableObject } from "cloudflare:workers";
import { type Env, keyGenerations } from "../env";

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

export class Keyring extends DurableObject<Env> {
  /** RPC: the keys that verify cookies, at least one, oldest first. Stores a new key before it returns it. */
  keys(): SigningKey[] {
    const { kv } = this.ctx.storage;
    const { newest, revoked } = keyGenerations(this.env);
    const now = Date.now();
    const stored = kv.get<SigningKey[]>("keys") ?? [];
    const keys = stored.filter(({ id }, i) => id > revoked && now - (stored[i + 1]?.madeAt ?? now) < RETIREMENT_PERIOD);
    if ((keys.at(-1)?.id ?? 0) < newest)
      keys.push({ id: newest, secret: crypto.getRandomValues(new Uint8Array(KEY_BYTES)), madeAt: now });
    if (keys.length !== stored.length || keys.at(-1)!.id !== stored.at(-1)!.id) kv.put("keys", keys);
    return keys;
  }
}
