/** The front door: every request comes through here, and what is refused here never wakes a Durable Object. */
import crossws from "crossws/adapters/cloudflare";
import { canonical, decode, isCanonical, pathOf } from "../../src/shared/channel-name";
import { isWelcomedIn, nameCookie, nameIn, type Page, themeIn } from "../../src/shared/page";
import { cleanName, nameProblem } from "../../src/shared/text";
import { customerOf } from "./address";
import { api } from "./health";
import { type Env, limitsScale } from "../env";
import { failure } from "./error-page";
import { guestName, identify, newSecret, publicId } from "../identity/identity";
import { logError } from "../log";
import { identityOf, peerUrl } from "../peer";
import { redirect, refuse, refuseWrite } from "./responses";
import { secured } from "./security-headers";
import { unread } from "./unread";

/** Renders a page. */
export type Pages = (request: Request, page: Page) => Promise<Response>;

const NOBODY_KNOWN = "Nobody can be let in for the moment. Try again.";

type Route = (request: Request, env: Env, ctx: ExecutionContext, pages: Pages) => Promise<Response>;

/** The first prefix that fits has the request. */
const ROUTES: readonly [prefix: string, route: Route][] = [
  ["/_ws/", connect], // a peer on its way to its channel (W1)
  ["/api/unread", counts], // what was said elsewhere since a page read it
  ["/api/", api],
  ["/_server", async () => refuse(404, "There is nothing at this address.")], // SolidStart would parse calls of server functions
  ["/", page], // any channel's page, and for what no channel can be called a page that says so
];

/** The Worker's `fetch`. */
export function frontDoor(pages: Pages) {
  return async (request: Request, env: Env, ctx: ExecutionContext): Promise<Response> => {
    const { pathname, protocol } = new URL(request.url);
    const [prefix, route] = ROUTES.find(([prefix]) => pathname.startsWith(prefix))!;
    const response = await route(request, env, ctx, pages).catch((error: unknown) => {
      logError("front_door", error, { route: prefix });
      return failure(request);
    });
    return secured(response, protocol === "https:");
  };
}

/** crossws's resolver: from the peer's URL to its channel's object. */
const ws = crossws({
  resolveDurableStub: (request, env) => (env as Env).CHANNEL.getByName(identityOf(request!.url).channel),
});

async function connect(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice("/_ws".length);
  const channel = canonical(path);
  if (request.headers.get("Upgrade")?.toLowerCase() !== "websocket")
    return refuse(426, "This address is for WebSockets. The page is at the same path without /_ws.", { Upgrade: "websocket" });
  if (channel === undefined) return refuse(404, "No channel can have that name.");
  if (!isCanonical(path, channel)) return redirect(`/_ws${pathOf(channel)}${url.search}`);
  if (!isOwnOrigin(request, url, env)) return refuse(403, "Pages of another site may not connect.");
  if (await isOverLimit(request, env, env.UPGRADES))
    return refuse(429, "Too many connections from this address. Wait a minute.", { "Retry-After": "60" });

  const person = await identify(request, env);
  if (!person) return refuse(503, NOBODY_KNOWN, { "Retry-After": "5" });
  const { searchParams } = url;
  const since = searchParams.get("since") ?? "";
  const identity = {
    channel,
    user: await publicId(person.secret, channel),
    name: validName(searchParams.get("name")),
    since: /^\d{1,15}$/.test(since) ? Number(since) : undefined,
    epoch: searchParams.get("epoch")?.slice(0, 64),
  };
  // Nothing else of the request: a channel has no use for cookies, and crossws keeps the request as long as its peer
  const response = await ws.handleUpgrade(new Request(peerUrl(identity), { headers: { Upgrade: "websocket" } }), env, ctx);
  return withCookies(response, person.cookie);
}

async function page(request: Request, env: Env, _ctx: ExecutionContext, pages: Pages): Promise<Response> {
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  const url = new URL(request.url);
  // Not percent-encoded UTF-8, which neither h3 nor the router in the browser can read: shown as it stands
  if (decode(url.pathname) === undefined) return redirect(url.origin + url.pathname.replaceAll("%", "%25"));
  const cookies = request.headers.get("Cookie") ?? "";
  const visitor = {
    locale: localeOf(request),
    timeZone: (request.cf?.timezone as string | undefined) ?? "UTC",
    theme: themeIn(cookies),
    isWelcomed: isWelcomedIn(cookies),
  };
  const channel = canonical(url.pathname);
  if (channel === undefined) return pages(request, visitor);
  if (!isCanonical(url.pathname, channel)) return redirect(pathOf(channel) + url.search);

  const person = await identify(request, env);
  const secret = person?.secret ?? newSecret(); // whoever it is may read
  const kept = validName(nameIn(cookies));
  const name = kept ?? guestName(secret);
  const snapshot = await snapshotFor(request, env, channel, secret, name);
  const response = await pages(request, { ...visitor, channel, snapshot });
  return withCookies(response, person?.cookie, person && !kept && nameCookie(name, url.protocol === "https:"));
}

/** What a page begins with. Where there is none, because the channel cannot be reached or too many were asked for, the socket brings it. */
async function snapshotFor(request: Request, env: Env, channel: string, secret: string, name: string) {
  try {
    if (await isOverLimit(request, env, env.PAGES)) return undefined;
    return await env.CHANNEL.getByName(channel).snapshot(await publicId(secret, channel), name);
  } catch (error) {
    logError("snapshot", error);
    return undefined;
  }
}

async function counts(request: Request, env: Env): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname !== "/api/unread") return refuse(404, "There is nothing at this address.");
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  if (await isOverLimit(request, env, env.UNREAD))
    return refuse(429, "Too many questions from this address. Wait a minute.", { "Retry-After": "60" });
  const person = await identify(request, env);
  if (!person) return refuse(503, NOBODY_KNOWN, { "Retry-After": "5" });
  return unread(request, env, (channel) => publicId(person.secret, channel));
}

/** Whether the upgrade comes from a page of this host, of an allowed origin, or from a program that names none (W16). */
function isOwnOrigin(request: Request, url: URL, env: Env): boolean {
  const origin = request.headers.get("Origin")?.toLowerCase();
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false; // `null` among them
  const { protocol, host } = new URL(origin);
  if (`${protocol}//${host}` !== origin) return false;
  const allowed = env.ALLOWED_ORIGINS?.toLowerCase().split(/[\s,]+/) ?? [];
  const isOwn = host === url.host && (protocol === url.protocol || protocol === "https:"); // TLS may end before the Worker
  return isOwn || allowed.includes(origin);
}

/** The binding's limit is fixed when deployed; a raised `LIMITS_SCALE` spreads an address over that many counters. */
async function isOverLimit(request: Request, env: Env, limit: RateLimit): Promise<boolean> {
  const address = customerOf(request.headers.get("CF-Connecting-IP") ?? "unknown");
  const counter = Math.floor(Math.random() * limitsScale(env));
  const { success } = await limit.limit({ key: `${address} ${counter}` });
  return !success;
}

function validName(asked: string | null | undefined): string | undefined {
  const name = cleanName(asked ?? "");
  return nameProblem(name) ? undefined : name;
}

function localeOf(request: Request): string {
  const asked = request.headers.get("Accept-Language")?.split(/[,;]/)[0]?.trim() || "en";
  try {
    return Intl.getCanonicalLocales(asked)[0] ?? "en";
  } catch {
    return "en"; // `*`, or no language at all
  }
}

/** `response` with the cookies that are to be set; headers of what other handlers return may be immutable. */
function withCookies(response: Response, ...cookies: (string | false | undefined)[]): Response {
  const headers = new Headers(response.headers);
  for (const cookie of cookies) if (cookie) headers.append("Set-Cookie", cookie);
  return new Response(response.body, { status: response.status, headers, webSocket: response.webSocket });
}
