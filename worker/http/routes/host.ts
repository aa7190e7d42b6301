/** `POST /api/host`: makes the browser that has the deployment's key the host's (W23). */
import type { Env } from "../../env";
import { hostCookie } from "../../identity/host";
import { fieldsOf } from "../json-body";
import { isOverLimit } from "../rate-limit";
import { notFound, refuse, refuseForeignPost, tooManyRequests } from "../refusals";
import { setCookies } from "../response-headers";

export async function host(request: Request, url: URL, env: Env): Promise<Response> {
  if (url.pathname !== "/api/host") return notFound(request);
  const refusal = refuseForeignPost(request, url);
  if (refusal) return refusal;
  if (await isOverLimit(request, env, env.HOST_TRIES)) return tooManyRequests(request);
  const { key } = await fieldsOf(request);
  const cookie = typeof key === "string" ? hostCookie(request, env, key) : undefined;
  if (cookie === undefined) return refuse(request, 403, "badHostKey");
  return setCookies(new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } }), cookie);
}
