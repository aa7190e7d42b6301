/** The rate limits per client address (W19, W30), counted by Cloudflare's rate limiting bindings. */
import { type Env, limitsScale } from "../env";
import type { Person } from "../identity/identify";
import { personId } from "../identity/public-id";
import { clientNetwork } from "./address";

/** Counts the request, and returns whether its address is over `limit`. */
export function isOverLimit(request: Request, env: Env, limit: RateLimit): Promise<boolean> {
  return isOver(limit, clientNetwork(request), env);
}

/** Counts the person if they are new, and returns whether their address is over the limit of new identities. */
export async function isOneTooMany(person: Person, request: Request, env: Env): Promise<boolean> {
  return person.isNew === true && (await isOverLimit(request, env, env.NEW_IDENTITIES));
}

/** Counts the request of the person, from whatever address, and returns whether they are over `limit`. */
export function isOverOwnLimit({ secret }: Person, env: Env, limit: RateLimit): Promise<boolean> {
  return isOver(limit, personId(secret), env);
}

/** A binding's limit is fixed when deployed, so a load test's `LIMITS_SCALE` spreads each key over that many counters. */
async function isOver(limit: RateLimit, key: string, env: Env): Promise<boolean> {
  const counter = Math.floor(Math.random() * limitsScale(env));
  const { success } = await limit.limit({ key: `${key} ${counter}` });
  return !success;
}
