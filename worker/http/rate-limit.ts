/** The rate limits per client address (W19), counted by Cloudflare's rate limiting bindings. */
import { type Env, limitsScale } from "../env";
import { networkOf } from "./address";

/**
 * Counts the request, and returns whether its address is over `limit`. A binding's limit is fixed when deployed, so a load test's
 * `LIMITS_SCALE` spreads each address over that many counters.
 */
export async function isOverLimit(request: Request, env: Env, limit: RateLimit): Promise<boolean> {
  const network = networkOf(request.headers.get("CF-Connecting-IP") ?? "unknown");
  const counter = Math.floor(Math.random() * limitsScale(env));
  const { success } = await limit.limit({ key: `${network} ${counter}` });
  return !success;
}
