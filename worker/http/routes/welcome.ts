/** `GET /api/welcome/<channel>`: the welcome over HTTP, for pages that cannot open a socket (W2). */
import type { Env } from "../../env";
import { identify } from "../../identity/identify";
import { apiChannel } from "../api-channel";
import { peerIdentity } from "../peer-identity";
import { isOneTooMany, isOverLimit } from "../rate-limit";
import { forbidden, noIdentity, tooManyRequests } from "../refusals";
import { setCookies } from "../response-headers";

export async function welcome(request: Request, url: URL, env: Env): Promise<Response> {
  const channel = apiChannel("/api/welcome", request, url);
  if (typeof channel !== "string") return channel;
  if (await isOverLimit(request, env, env.PAGES)) return tooManyRequests(request);
  const person = await identify(request, env, url.searchParams.get("identity") ?? undefined);
  if (!person) return noIdentity(request);
  if (await isOneTooMany(person, request, env)) return tooManyRequests(request);
  const identity = await peerIdentity(channel, person, request, url.searchParams, env);
  const answer = await env.CHANNEL.getByName(channel).welcome(identity);
  const headers = { "Cache-Control": "private, no-store", "Content-Type": "application/json" };
  const response = typeof answer === "string" ? new Response(answer, { headers }) : forbidden(answer.refusal);
  return setCookies(response, person.cookie);
}
