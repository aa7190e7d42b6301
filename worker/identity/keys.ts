/** The signing keys as an isolate knows them: asked of the Keyring when first needed, and every five minutes from then on. */
import type { Env } from "../env";
import type { SigningKey } from "./Keyring";
import { logError } from "../log";

const LIFETIME = 5 * 60_000; // ms until every isolate has noticed a rotation or a revocation
/** ms. A new key does not sign before every isolate knows it: or it does at once, where all before it were revoked. */
const PUBLISHED_FOR = 2 * LIFETIME;
const PATIENCE = 3_000; // ms that the Keyring has for its answer, and then is left alone for if it had none

export interface Key {
  id: string;
  hmac: CryptoKey;
  madeAt: number;
}

interface Cache {
  keys?: Keys;
  /** When the Keyring is to be asked next (Unix ms). */
  askAt: number;
}

/** One for each binding, which is one an isolate. A promise of it is not kept: it would end with the request that asked. */
const caches = new WeakMap<Env["KEYRING"], Cache>();

/** The keys; those known last if the Keyring cannot be reached, `undefined` if there are none. */
export async function keysOf(keyring: Env["KEYRING"]): Promise<Keys | undefined> {
  let cache = caches.get(keyring);
  if (!cache) caches.set(keyring, (cache = { askAt: 0 }));
  const now = Date.now();
  if (now < cache.askAt) return cache.keys;
  if (cache.keys) cache.askAt = now + PATIENCE; // other requests make do with those meanwhile
  try {
    const keys = await withPatience(keyring.getByName("keyring").keys());
    cache.keys = new Keys(await Promise.all(keys.map(imported)), now);
    cache.askAt = now + LIFETIME;
  } catch (error) {
    logError("keyring", error);
    cache.askAt = Date.now() + PATIENCE;
  }
  return cache.keys;
}

export class Keys {
  #keys: readonly Key[];
  #askedAt: number;

  /** `keys` oldest first. */
  constructor(keys: readonly Key[], askedAt: number) {
    this.#keys = keys;
    this.#askedAt = askedAt;
  }

  get(id: string): Key | undefined {
    return this.#keys.find((key) => key.id === id);
  }

  /** The one that signs: the newest that everybody knows. */
  get signer(): Key {
    const now = Date.now();
    return this.#keys.findLast(({ madeAt }) => now - madeAt >= PUBLISHED_FOR) ?? this.#keys[0]!;
  }

  /**
   * Whether the key `id` that says to have signed at `issued` (Unix seconds) may be one that was made since these were asked for. It is
   * for minutes only: who sends a forged one is as soon someone new as if they had none.
   */
  mayLack(id: string, issued: number): boolean {
    return Number(id) > Number(this.#keys.at(-1)!.id) && issued * 1000 >= this.#askedAt;
  }
}

export function hmacKey(secret: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
}

async function imported({ id, secret, madeAt }: SigningKey): Promise<Key> {
  return { id: String(id), hmac: await hmacKey(secret), madeAt };
}

async function withPatience<T>(answer: Promise<T>): Promise<T> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}
