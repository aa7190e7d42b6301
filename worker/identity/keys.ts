/** An isolate's cache of the site's keys. It loads them from the Keyring at first use, then every 5 minutes. */
import type { Env } from "../env";
import { logError } from "../log";
import type { Secrets, SigningKey } from "./Keyring";

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
    cache.keys = new Keys(await withTimeout(secretsOf(keyring)), now);
    cache.refreshAt = now + REFRESH_INTERVAL;
  } catch (error) {
    logError("keyring", error);
    cache.refreshAt = Date.now() + KEYRING_TIMEOUT;
  }
  return cache.keys;
}

/** In the middle of a deploy, the Keyring may be older than this isolate, and have signing keys alone. */
async function secretsOf(keyring: Env["KEYRING"]): Promise<Secrets> {
  const stub = keyring.getByName("keyring");
  try {
    return await stub.secrets();
  } catch (error) {
    if (!String(error).includes("does not implement")) throw error;
    return { signing: await stub.keys() };
  }
}

export class Keys {
  readonly #keys: readonly SigningKey[];
  readonly #loadedAt: number;
  /** The key for places (W30), and the one for device links (W23). */
  readonly place: Uint8Array | undefined;
  readonly token: Uint8Array | undefined;

  /** `loadedAt` in Unix ms. */
  constructor({ signing, place, token }: Secrets, loadedAt: number) {
    this.#keys = signing;
    this.#loadedAt = loadedAt;
    this.place = place;
    this.token = token;
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
