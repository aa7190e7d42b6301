/** `/_ws/<channel>`: checks a WebSocket upgrade and passes it to the channel's Durable Object (W1). */
import crossws from "crossws/adapters/cloudflare";
import { canonical, isCanonical, pathOf } from "../../src/shared/channel-name";
import { guestName } from "../../src/shared/guest-name";
import type { Env } from "../env";
import { identify } from "../identity/identify";
import { publicId } from "../identity/public-id";
import { identityOf, peerUrl } from "../peer";
import { isAllowedOrigin } from "./origin";
import { isOverLimit } from "./rate-limit";
import { redirect } from "./redirect";
import { noIdentity, refuse, tooManyRequests } from "./refusals";
import { withCookies } from "./response-headers";
import { validName } from "./visitor";

const MAX_EPOCH_LENGTH = 64; // UTF-16 units

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

  const { searchParams } = url;
  const person = await identify(request, env, searchParams.get("identity") ?? undefined);
  if (!person) return noIdentity();
  const since = searchParams.get("since") ?? "";
  const identity = {
    channel,
    user: await publicId(person.secret, channel),
    name: validName(searchParams.get("name")) ?? guestName(person.secret),
    since: /^\d{1,15}$/.test(since) ? Number(since) : undefined,
    epoch: searchParams.get("epoch")?.slice(0, MAX_EPOCH_LENGTH),
    pageIdentity: person.identity,
  };
  // A new request without the cookies: the channel does not need them, and crossws keeps the request as long as the peer
  const response = await ws.handleUpgrade(new Request(peerUrl(identity), { headers: { Upgrade: "websocket" } }), env, ctx);
  return withCookies(response, person.cookie);
}
