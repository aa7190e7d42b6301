/** `/api/push/key` and `/api/push/<channel>`: subscriptions to pushes about a channel (W36). */
import { canonical, isCanonical, pathOf } from "../../../src/shared/channel-name";
import { refusalOf } from "../../../src/shared/refusal-messages";
import { nameIn } from "../../../src/shared/cookies";
import { chosenName } from "../../../src/shared/guest-name";
import type { Env } from "../../env";
import { identify } from "../../identity/identify";
import { publicId } from "../../identity/public-id";
import { publicKeyOf } from "../../push/encryption";
import { isPushService } from "../../push/endpoint";
import { bytesOf } from "../../push/send";
import type { Wants } from "../../push/Subscriptions";
import { STRINGS } from "../../strings/all";
import { fieldsOf } from "../json-body";
import { languageOf } from "../language";
import { isOwnOrigin } from "../origin";
import { isOverOwnLimit } from "../rate-limit";
import { redirect } from "../redirect";
import { forbidden, noIdentity, refuse, tooManyRequests } from "../refusals";
import { setCookies } from "../response-headers";
import { validName } from "../visitor";

const MAX_BODY = 4_096; // UTF-16 units
const NO_STORE = { "Cache-Control": "private, no-store" };

export async function push(request: Request, url: URL, env: Env): Promise<Response> {
  const { method } = request;
  if (method === "GET" && url.pathname === "/api/push/key") {
    const { publicKey } = await env.KEYRING.getByName("keyring").vapid();
    return Response.json({ key: publicKey }, { headers: NO_STORE });
  }
  if (method !== "PUT" && method !== "DELETE") return refuse(request, 405, "otherMethod", { Allow: "PUT, DELETE" });
  if (!isOwnOrigin(request, url)) return forbidden({ code: "forbidden", message: STRINGS[languageOf(request)].otherSitePosts });
  const path = url.pathname.slice("/api/push".length);
  const channel = canonical(path);
  if (channel === undefined) return refuse(request, 404, "notAName");
  if (!isCanonical(path, channel)) return redirect(`/api/push${pathOf(channel)}${url.search}`);
  const person = await identify(request, env, url.searchParams.get("identity") ?? undefined);
  if (!person) return noIdentity(request);
  if (person.isNew) return forbidden(refusalOf("forbidden", "no_cookie"));
  if (await isOverOwnLimit(person, env, env.PUSHES)) return tooManyRequests(request);
  const user = publicId(person.secret, channel);
  const wanted = await subscriptionIn(request, env);
  if (!wanted) return Response.json(refusalOf("invalid", "bad_subscription"), { status: 400, headers: NO_STORE });
  const { endpoint, p256dh, auth, wants } = wanted;
  const object = env.PUSH.getByName(channel);
  if (method === "DELETE") await object.unsubscribe(user, endpoint);
  else {
    if (wants === undefined) return Response.json(refusalOf("invalid", "bad_subscription"), { status: 400, headers: NO_STORE });
    const name = chosenName(validName(nameIn(request.headers.get("Cookie") ?? "")));
    const answer = await env.CHANNEL.getByName(channel).subscribe(user, name); // without a host's rights, which come with each request
    if ("refusal" in answer) return forbidden(answer.refusal);
    const isAdded = await object.subscribe(channel, url.hostname, answer.seq, { user, endpoint, p256dh, auth, wants });
    if (!isAdded) return forbidden(refusalOf("forbidden", "many_subscriptions"));
  }
  return setCookies(new Response(null, { status: 204, headers: NO_STORE }), person.cookie);
}

/** What the body has, if all of it is valid. `wants` is needed only to subscribe. */
async function subscriptionIn(
  request: Request,
  env: Env,
): Promise<{ endpoint: string; p256dh: string; auth: string; wants: Wants | undefined } | undefined> {
  const { subscription, wants } = await fieldsOf(request, MAX_BODY);
  const { endpoint, keys } = Object(subscription) as Record<string, unknown>;
  const { p256dh, auth } = Object(keys) as Record<string, unknown>;
  if (typeof endpoint !== "string" || typeof p256dh !== "string" || typeof auth !== "string") return undefined;
  if (!isPushService(endpoint, env.PUSH_HOSTS)) return undefined;
  if (wants !== undefined && wants !== "mentions" && wants !== "all") return undefined;
  try {
    if (bytesOf(auth).length !== 16 || bytesOf(p256dh).length !== 65) return undefined;
    await publicKeyOf(bytesOf(p256dh));
  } catch {
    return undefined; // no base64url, or no point of the curve
  }
  return { endpoint, p256dh, auth, wants };
}
