/** Who asks for a socket, and whether the limits of address and identity allow one now (W30). */
import type { Env } from "../env";
import { identify, type Person } from "../identity/identify";
import { isOneTooMany, isOverLimit, isOverOwnLimit } from "./rate-limit";
import { noIdentity, tooManyRequests } from "./refusals";

/** Counts the request as an upgrade. Returns its person, or the response that refuses it. */
export async function admit(request: Request, { searchParams }: URL, env: Env): Promise<Person | Response> {
  const person = await identify(request, env, searchParams.get("identity") ?? undefined);
  if (!person) return noIdentity(request);
  const isOver = await Promise.all([
    isOverLimit(request, env, env.UPGRADES),
    person.isNew ? isOneTooMany(person, request, env) : isOverOwnLimit(person, env, env.OWN_UPGRADES),
  ]);
  return isOver.includes(true) ? tooManyRequests(request, "tooManyConnections") : person;
}
