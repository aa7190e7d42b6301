/** What `wrangler.toml` binds to the Worker, and the knobs that its owner and load tests turn. */
import type { Channel } from "./channel/Channel";
import type { Keyring } from "./identity/Keyring";

export interface Env {
  CHANNEL: DurableObjectNamespace<Channel>;
  KEYRING: DurableObjectNamespace<Keyring>;
  /** Upgrades a minute and address (W19). */
  UPGRADES: RateLimit;
  /** Questions about unread messages, a minute and address. */
  UNREAD: RateLimit;
  /** Pages with what is in their channel, a minute and address. */
  PAGES: RateLimit;
  /** More origins whose pages may connect, separated by commas or spaces (W16). */
  ALLOWED_ORIGINS?: string;
  /** Of the newest key that identity cookies are signed with, 1 unless given; a higher one rotates it (W17). */
  KEY_GENERATION?: number | string;
  /** Of the newest key that is void, with all before it: 0, none, unless given. */
  REVOKED_GENERATION?: number | string;
  /** Multiplies each limit of W19; set by benches and load tests alone. */
  LIMITS_SCALE?: string;
}

/** The factor on each limit of W19: 1, unless a load test raised it. */
export function limitsScale(env: Pick<Env, "LIMITS_SCALE">): number {
  return Math.max(1, Number(env.LIMITS_SCALE) || 1);
}

/** Generations of signing keys: the newest there is to be, and the newest that is revoked. */
export function keyGenerations(env: Pick<Env, "KEY_GENERATION" | "REVOKED_GENERATION">): { newest: number; revoked: number } {
  const revoked = Math.max(0, Math.trunc(Number(env.REVOKED_GENERATION)) || 0);
  return { newest: Math.max(revoked + 1, Math.trunc(Number(env.KEY_GENERATION)) || 1), revoked };
}
