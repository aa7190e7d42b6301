/** An isolate's cache of the signing keys. It loads them from the Keyring at first use, then every 5 minutes. */
import type { Env } from "../env";
import { logError } from "../log";
import type { SigningKey } from "./Keyring";

/** ms. A rotation or a revocation reaches every isolate within this time. */
const REFRESH_INTERVAL = 5 * 60_000;
/** ms until a new key signs: by then every isolate knows it. If all older keys are revoked, it signs at once. */
const SIGNING_DELAY = 2 * REFRESH_INTERVAL;
/** ms to wait for the Keyring's answer, and then again until the next attempt. */
const KEYRING_TIMEOUT = 3_000;

interface Cache {
  keys?: Keys;
  /** When to ask the Keyring next (Unix ms). */
  refreshAt: number;
}

/** By binding; an isolate has one. It holds no promises: a promise ends with the request that created it. */
const caches = new WeakMap<Env["KEYRING"], Cache>();

/** The keys. If the Keyring cannot be reached: the last known ones, or `undefined` if there are none. */
export async function loadKeys(keyring: Env["KEYRING"]): Promise<Keys | undefined> {
  let cache = caches.get(keyring);
  if (!cache) caches.set(keyring, (cache = { refreshAt: 0 }));
  const now = Date.now();
  if (now < cache.refreshAt) return cache.keys;
  if (cache.keys) cache.refreshAt = now + KEYRING_TIMEOUT; // meanwhile other requests use the known keys
  try {
    cache.keys = new Keys(await withTimeout(keyring.getByName("keyring").keys()), now);
    cache.refreshAt = now + REFRESH_INTERVAL;
  } catch (error) {
    logError("keyring", error);
    cache.refreshAt = Date.now() + KEYRING_TIMEOUT;
  }
  return cache.keys;
}

export class Keys {
  readonly #keys: readonly SigningKey[];
  readonly #loadedAt: number;

  /** `keys` has at least one key, oldest first; `loadedAt` in Unix ms. */
  constructor(keys: readonly SigningKey[], loadedAt: number) {
    this.#keys = keys;
    this.#loadedAt = loadedAt;
  }

  get(id: string): SigningKey | undefined {
    return this.#keys.find((key) => String(key.id) === id);
  }

  /** The key that signs: the newest one that every isolate knows. */
  get signer(): SigningKey {
    const now = Date.now();
    return this.#keys.findLast(({ madeAt }) => now - madeAt >= SIGNING_DELAY) ?? this.#keys[0]!;
  }

  /**
   * Whether an unknown key, which signed at `issued` (Unix seconds), may have been made after these keys were loaded. A forged cookie
   * can claim this too, but only until the next refresh; then its sender gets a new identity.
   */
  couldBeNewer(id: string, issued: number): boolean {
    return Number(id) > this.#keys.at(-1)!.id && issued * 1000 >= this.#loadedAt;
  }
}

async function withTimeout<T>(answer: Promise<T>): Promise<T> {
  const { promise: timeout, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${KEYRING_TIMEOUT} ms`)), KEYRING_TIMEOUT);
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}
