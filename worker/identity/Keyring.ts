/** Makes and keeps the keys that sign identity cookies (W17): one object for the whole site, and nobody has to set it up. */
import { DurableObject } from "cloudflare:workers";
import { type Env, keyGenerations } from "../env";

const DAY = 24 * 60 * 60_000; // ms
const RETIRED_FOR = 30 * DAY; // from when the next key was made
const KEY_BYTES = 32;

export interface SigningKey {
  /** Its generation. */
  id: number;
  secret: Uint8Array;
  /** Unix milliseconds. */
  madeAt: number;
}

export class Keyring extends DurableObject<Env> {
  /** RPC: the keys that may verify, oldest first, with at least one. A key is stored before it leaves here. */
  keys(): SigningKey[] {
    const { kv } = this.ctx.storage;
    const { newest, revoked } = keyGenerations(this.env);
    const now = Date.now();
    const known = kv.get<SigningKey[]>("keys") ?? [];
    const keys = known.filter(({ id }, i) => id > revoked && now - (known[i + 1]?.madeAt ?? now) < RETIRED_FOR);
    if ((keys.at(-1)?.id ?? 0) < newest)
      keys.push({ id: newest, secret: crypto.getRandomValues(new Uint8Array(KEY_BYTES)), madeAt: now });
    if (keys.length !== known.length || keys.at(-1)!.id !== known.at(-1)!.id) kv.put("keys", keys);
    return keys;
  }
}
