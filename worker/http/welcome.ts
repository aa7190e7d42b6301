/** `GET /api/welcome/<channel>`: the welcome over HTTP, for pages that cannot open a socket (W2). */
import { canonical, isCanonical, pathOf } from "../../src/shared/channel-name";
import type { Env } from "../env";
import { identify } from "../identity/identify";
import { peerIdentity } from "./peer-identity";
import { isOneTooMany, isOverLimit } from "./rate-limit";
import { redirect } from "./redirect";
import { noIdentity, refuse, refuseWrite, tooManyRequests } from "./refusals";
import { setCookies } from "./response-headers";

export async function welcome(request: Request, url: URL, env: Env): Promise<Response> {
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  const path = url.pathname.slice("/api/welcome".length);
  const channel = canonical(path);
  if (channel === undefined) return refuse(request, 404, "notAName");
  if (!isCanonical(path, channel)) return redirect(`/api/welcome${pathOf(channel)}${url.search}`);
  if (await isOverLimit(request, env, env.PAGES)) return tooManyRequests(request);
  const person = await identify(request, env, url.searchParams.get("identity") ?? undefined);
  if (!person) return noIdentity(request);
  if (await isOneTooMany(person, request, env)) return tooManyRequests(request);
  const identity = await peerIdentity(channel, person, request, url.searchParams, env);
  const answer = await env.CHANNEL.getByName(channel).welcome(identity);
  const [body, status] = typeof answer === "string" ? [answer, 200] : [JSON.stringify(answer.refusal), 403];
  const headers = { "Cache-Control": "private, no-store", "Content-Type": "application/json" };
  return setCookies(new Response(body, { status, headers }), person.cookie);
}
