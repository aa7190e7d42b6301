/** The Worker's bindings and variables. `wrangler types` generates worker-configuration.d.ts from wrangler.toml: `npm run env-types`. */

/** Optional variables that wrangler.toml does not set, and which are therefore not in the generated type. */
interface OptionalVariables {
  /** More origins whose pages may connect, separated by commas or spaces (W16). */
  ALLOWED_ORIGINS?: string;
  /** Where to report a vulnerability of this site: an `https:` or `mailto:` address. `mailto:security@<host>` if it is not set. */
  SECURITY_CONTACT?: string;
  /** The secret whose owner is the host of this deployment (W23): `npm run host`. Without it there is no host. */
  HOST_KEY?: string;
  /** Multiplies each rate limit of W19. Only benches and load tests set it. */
  LIMITS_SCALE?: string;
}

export interface Env extends Cloudflare.Env, OptionalVariables {}

/** The factor for each rate limit of W19: 1, unless a load test raises it. */
export function limitsScale(env: Pick<Env, "LIMITS_SCALE">): number {
  return Math.max(1, Number(env.LIMITS_SCALE) || 1);
}

/**
 * The generation of the newest signing key, and of the newest revoked one (W17). The dashboard and `wrangler dev --var` set variables as
 * strings. A value that is not a number counts as the default: generation 1, none revoked.
 */
export function keyGenerations(env: Pick<Env, "KEY_GENERATION" | "REVOKED_GENERATION">): { newest: number; revoked: number } {
  const revoked = Math.max(0, Math.trunc(Number(env.REVOKED_GENERATION)) || 0);
  return { newest: Math.max(revoked + 1, Math.trunc(Number(env.KEY_GENERATION)) || 1), revoked };
}
