/** The Worker's bindings and variables. `wrangler types` generates worker-configuration.d.ts from wrangler.toml: `npm run env-types`. */

import { MAX_FILE_SIZE } from "../src/shared/protocol";

/** Optional variables that wrangler.toml does not set, and which are therefore not in the generated type. */
interface OptionalVariables {
  /** More origins whose pages may connect, separated by commas or spaces (W16). */
  ALLOWED_ORIGINS?: string;
  /** Where to report a vulnerability of this site: an `https:` or `mailto:` address. `mailto:security@<host>` if it is not set. */
  SECURITY_CONTACT?: string;
  /** The secret whose owner is the host of this deployment (W23): `npm run host`. Without it there is no host. */
  HOST_KEY?: string;
  /** `off` refuses uploads in all channels, and stops serving files (W37). */
  FILES?: string;
  /** Keeps the files' bytes, if it is bound. Otherwise they are in the objects' own storage. */
  FILES_BUCKET?: R2Bucket;
  /** Lower limits than those of W37: bytes of a file, bytes of a channel's files, bytes a day from one address, files a minute of a user. */
  FILE_BYTES?: string;
  CHANNEL_FILES_BYTES?: string;
  DAY_FILES_BYTES?: string;
  FILES_A_MINUTE?: string;
  /** More hosts of push services, with their ports, separated by commas (W36). Tests have one of their own. */
  PUSH_HOSTS?: string;
  /** `on` lets the Worker fetch previews of links (W38). */
  PREVIEWS?: string;
  /** More hosts whose pages have previews, such as `127.0.0.1:8000`, separated by commas. Only tests set it. */
  PREVIEW_HOSTS?: string;
  /** Multiplies each rate limit of W19. Only benches and load tests set it. */
  LIMITS_SCALE?: string;
}

export interface Env extends Cloudflare.Env, OptionalVariables {}

const MIB = 1_048_576;

/** Whether the deployer has switched files off (W37). */
export function areFilesOff({ FILES }: Pick<Env, "FILES">): boolean {
  return FILES?.toLowerCase() === "off";
}

/** Whether the deployer has switched previews of links on (W38). */
export function arePreviewsOn({ PREVIEWS }: Pick<Env, "PREVIEWS">): boolean {
  return PREVIEWS?.toLowerCase() === "on";
}

/** The limits of W37: bytes of a file, of all files of a channel, and of those that come from one address in a day; a user's files a minute. */
export function fileQuotas(env: Pick<Env, "FILE_BYTES" | "CHANNEL_FILES_BYTES" | "DAY_FILES_BYTES" | "FILES_A_MINUTE">) {
  const lowered = (most: number, variable: string | undefined) => Math.min(most, Math.max(0, Number(variable)) || most);
  return {
    file: lowered(MAX_FILE_SIZE, env.FILE_BYTES),
    channel: lowered(500 * MIB, env.CHANNEL_FILES_BYTES),
    aDay: lowered(200 * MIB, env.DAY_FILES_BYTES),
    aMinute: lowered(20, env.FILES_A_MINUTE),
  };
}

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
