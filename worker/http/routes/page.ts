/** `/<channel>`: the channel's page with its latest messages, or the 404 page if the path has no canonical form. */
import { canonical, decode, isCanonical, pathOf } from "../../../src/shared/channel-name";
import { nameIn } from "../../../src/shared/cookies";
import { linkedId } from "../../../src/shared/message-link";
import type { PageData } from "../../../src/shared/page";
import { chosenName, guestName } from "../../../src/shared/guest-name";
import type { Env } from "../../env";
import { isHost } from "../../identity/host";
import { identify } from "../../identity/identify";
import { newSecret, publicId } from "../../identity/public-id";
import { logError } from "../../log";
import type { RenderPage } from "../handler";
import { lastingCookies } from "./lasting-cookies";
import { isOneTooMany, isOverLimit } from "../rate-limit";
import { redirect } from "../redirect";
import { refusalSentence, refuseWrite } from "../refusals";
import { setCookies } from "../response-headers";
import { validName, visitorOf } from "../visitor";

export async function page(request: Request, url: URL, env: Env, renderPage: RenderPage): Promise<Response> {
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  // h3 cannot read a path that is not percent-encoded UTF-8: escape its %, so that the page shows it as it is
  if (decode(url.pathname) === undefined) return redirect(url.origin + url.pathname.replaceAll("%", "%25"));
  const visitor = visitorOf(request, env);
  const channel = canonical(url.pathname);
  if (channel === undefined) return renderPage(request, visitor);
  if (!isCanonical(url.pathname, channel)) return redirect(pathOf(channel) + url.search);

  const identified = await identify(request, env);
  const person = identified && (await isOneTooMany(identified, request, env)) ? undefined : identified;
  const secret = person?.secret ?? newSecret(); // a page can be read without a known identity
  const cookies = request.headers.get("Cookie") ?? "";
  const name = chosenName(validName(nameIn(cookies)));
  const state = await stateFor(request, env, channel, secret, name ?? guestName(secret), linkedId(url.search));
  const isNewcomer = person?.isNew && { isNewcomer: true as const };
  if (state.refusal) state.refusal.message = refusalSentence(state.refusal, visitor); // for browsers without JavaScript
  const response = await renderPage(request, { ...visitor, ...isNewcomer, channel, ...state });
  const knownName = name ?? chosenName(state.snapshot?.you.name); // a browser that has lost the name gets it back
  return setCookies(response, person?.cookie, ...lastingCookies(cookies, url.protocol === "https:", knownName));
}

/**
 * The channel's state for the page, with the messages `around` the linked one, or why this visitor may not read it. Empty over the rate
 * limit or if the channel cannot be reached: the socket's welcome brings it.
 */
async function stateFor(
  request: Request,
  env: Env,
  channel: string,
  secret: string,
  name: string,
  around: number | undefined,
): Promise<Pick<PageData, "snapshot" | "refusal">> {
  try {
    if (await isOverLimit(request, env, env.PAGES)) return {};
    const answer = await env.CHANNEL.getByName(channel).snapshot(publicId(secret, channel), name, isHost(request, env), around);
    return "refusal" in answer ? answer : { snapshot: answer };
  } catch (error) {
    logError("snapshot", error);
    return {};
  }
}
