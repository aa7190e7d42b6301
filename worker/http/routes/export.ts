/** `GET /api/export/<channel>`: the history of a channel as a file (W34). */
import type { Env } from "../../env";
import { FILES, orderIn } from "../../export/order";
import { isHost } from "../../identity/host";
import { identify } from "../../identity/identify";
import { publicId } from "../../identity/public-id";
import { apiChannel } from "../api-channel";
import { attachment } from "../attachment";
import { languageOf } from "../language";
import { isOneTooMany, isOverOwnLimit } from "../rate-limit";
import { forbidden, noIdentity, refuse, tooManyRequests } from "../refusals";
import { setCookies } from "../response-headers";

export async function exportChannel(request: Request, url: URL, env: Env): Promise<Response> {
  const channel = apiChannel("/api/export", request, url);
  if (typeof channel !== "string") return channel;
  const order = orderIn(url.searchParams);
  if (!order) return refuse(request, 400, "badExport");
  const person = await identify(request, env, url.searchParams.get("identity") ?? undefined);
  if (!person) return noIdentity(request);
  if (await isOneTooMany(person, request, env)) return tooManyRequests(request);
  if (await isOverOwnLimit(person, env, env.EXPORTS)) return tooManyRequests(request, "tooManyExports");
  const visitor = { user: publicId(person.secret, channel), isHost: isHost(request, env) };
  const file = await env.CHANNEL.getByName(channel).export(visitor, { ...order, channel, language: languageOf(request) });
  if (!file) return setCookies(refuse(request, 429, "exportRuns", { "Retry-After": "5" }), person.cookie);
  if ("refusal" in file) return setCookies(forbidden(file.refusal), person.cookie);
  if (request.method === "HEAD") await file.cancel();
  const { type, ending } = FILES[order.format];
  const headers = {
    "Cache-Control": "private, no-store",
    "Content-Disposition": attachment(`${channel.replaceAll("/", "-")}.${ending}`),
    "Content-Type": type,
  };
  return setCookies(new Response(request.method === "HEAD" ? null : file, { headers }), person.cookie);
}
