/** What `wrangler.toml` binds to the Worker, and the one knob that load tests turn. */
import type { Channel } from "./Channel";

export interface Env {
  CHANNEL: DurableObjectNamespace<Channel>;
  /** Upgrades a minute and address (W19). */
  UPGRADES: RateLimit;
  /** More origins whose pages may connect, separated by commas or spaces (W16). */
  ALLOWED_ORIGINS?: string;
  /** Multiplies each limit of W19; set by benches and load tests alone. */
  LIMITS_SCALE?: string;
}

/** The factor on each limit of W19: 1, unless a load test raised it. */
export function limitsScale(env: Pick<Env, "LIMITS_SCALE">): number {
  return Math.max(1, Number(env.LIMITS_SCALE) || 1);
}
