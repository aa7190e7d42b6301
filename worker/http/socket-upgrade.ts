/** `/_ws/<channel>`: checks a WebSocket upgrade and passes it to the channel's Durable Object (W1). */
import crossws from "crossws/adapters/cloudflare";
import { canonical, isCanonical, pathOf } from "../../src/shared/channel-name";
import type { Env } from "../env";
import { identify } from "../identity/identify";
import { identityOf, peerUrl } from "../peer";
import { isAllowedOrigin } from "./origin";
import { peerIdentity } from "./peer-identity";
import { isOverLimit } from "./rate-limit";
import { redirect } from "./redirect";
import { noIdentity, refuse, tooManyRequests } from "./refusals";
import { withCookies } from "./response-headers";

/** crossws's resolver: the peer URL names the channel, and the channel's name names its object. */
const ws = crossws({
  resolveDurableStub: (request, env) => (env as Env).CHANNEL.getByName(identityOf(request!.url).channel),
});

export async function socketUpgrade(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice("/_ws".length);
  const channel = canonical(path);
  if (request.headers.get("Upgrade")?.toLowerCase() !== "websocket")
    return refuse(426, "This address is for WebSockets. The page is at the same path without /_ws.", { Upgrade: "websocket" });
  if (channel === undefined) return refuse(404, "No channel can have that name.");
  if (!isCanonical(path, channel)) return redirect(`/_ws${pathOf(channel)}${url.search}`);
  if (!isAllowedOrigin(request, env)) return refuse(403, "Pages of another site may not connect.");
  if (await isOverLimit(request, env, env.UPGRADES))
    return tooManyRequests("Too many connections from this address. Wait a minute.");

  const person = await identify(request, env, url.searchParams.get("identity") ?? undefined);
  if (!person) return noIdentity();
  const identity = await peerIdentity(channel, person, url.searchParams);
  // A new request without the cookies: the channel does not need them, and crossws keeps the request as long as the peer
  const response = await ws.handleUpgrade(new Request(peerUrl(identity), { headers: { Upgrade: "websocket" } }), env, ctx);
  return withCookies(response, person.cookie);
}
