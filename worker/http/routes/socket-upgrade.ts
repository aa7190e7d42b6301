/** `/_ws/<channel>`: checks a WebSocket upgrade and passes it to the channel's Durable Object (W1). */
import { canonical, isCanonical, pathOf } from "../../../src/shared/channel-name";
import type { Env } from "../../env";
import { peerUrl } from "../../peer";
import { admit } from "../admission";
import { isAllowedOrigin } from "../origin";
import { peerIdentity } from "../peer-identity";
import { redirect } from "../redirect";
import { refuse } from "../refusals";
import { setCookies } from "../response-headers";

export async function socketUpgrade(request: Request, url: URL, env: Env): Promise<Response> {
  const path = url.pathname.slice("/_ws".length);
  const channel = canonical(path);
  if (request.headers.get("Upgrade")?.toLowerCase() !== "websocket")
    return refuse(request, 426, "onlySockets", { Upgrade: "websocket" });
  if (channel === undefined) return refuse(request, 404, "notAName");
  if (!isCanonical(path, channel)) return redirect(`/_ws${pathOf(channel)}${url.search}`);
  if (!isAllowedOrigin(request, url, env)) return refuse(request, 403, "otherSite");
  const person = await admit(request, url, env);
  if (person instanceof Response) return person;
  const identity = await peerIdentity(channel, person, request, url.searchParams, env);
  const { status, webSocket } = await env.CHANNEL.getByName(channel).fetch(peerUrl(identity), {
    headers: { Upgrade: "websocket" },
  });
  return setCookies(new Response(null, { status, webSocket }), person.cookie);
}
