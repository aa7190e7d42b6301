/** `POST /api/identity/…`: links that make another browser the same person, or this one again after its cookies are lost (W23). */
import { cookieLine, nameCookie, nameIn } from "../../../src/shared/cookies";
import { chosenName } from "../../../src/shared/guest-name";
import type { Env } from "../../env";
import { identify, identityCookie } from "../../identity/identify";
import { loadKeys } from "../../identity/keys";
import { type IdentityLink, openLink, sealLink } from "../../identity/link-token";
import { newSecret, personId } from "../../identity/public-id";
import { fieldsOf } from "../json-body";
import { isOverLimit } from "../rate-limit";
import { noIdentity, notFound, refuse, refuseForeignPost, tooManyRequests } from "../refusals";
import { setCookies } from "../response-headers";
import { validName } from "../visitor";

const LINK_VALID_FOR = 10 * 60_000; // ms
/** UTF-16 units. A longer name stays out of the link, or the link would be too long to be posted. */
const MAX_NAME = 64;

const ROUTES = new Map([
  ["/api/identity/link", makeLink],
  ["/api/identity/recovery", makeRecoveryLink],
  ["/api/identity/redeem", redeem],
]);

export async function identityLinks(request: Request, url: URL, env: Env): Promise<Response> {
  const route = ROUTES.get(url.pathname);
  if (!route) return notFound(request);
  const refusal = refuseForeignPost(request, url);
  if (refusal) return refusal;
  if (await isOverLimit(request, env, env.LINKS)) return tooManyRequests(request);
  const key = (await loadKeys(env.KEYRING))?.token;
  return key ? route(request, url, env, key) : noIdentity(request);
}

/** Answers a link that works once, within 10 minutes. */
async function makeLink(request: Request, url: URL, env: Env, key: Uint8Array): Promise<Response> {
  const secret = await secretOf(request, env);
  if (secret === undefined) return refuse(request, 403, "noCookie");
  const name = chosenName(validName(nameIn(request.headers.get("Cookie") ?? "")));
  const expires = Date.now() + LINK_VALID_FOR;
  const link = { id: newSecret(), secret, expires, ...(name && name.length <= MAX_NAME && { name }) };
  return answer({ url: await urlOf(link, url, key), expires });
}

/** Answers a link that works until the person makes the next one. */
async function makeRecoveryLink(request: Request, url: URL, env: Env, key: Uint8Array): Promise<Response> {
  const secret = await secretOf(request, env);
  if (secret === undefined) return refuse(request, 403, "noCookie");
  const link = { id: newSecret(), secret };
  await env.KEYRING.getByName("keyring").setRecovery(personId(secret), link.id);
  return answer({ url: await urlOf(link, url, key) });
}

/** Sets the cookie of the person who made the link. */
async function redeem(request: Request, url: URL, env: Env, key: Uint8Array): Promise<Response> {
  const { token } = await fieldsOf(request);
  const link = typeof token === "string" ? await openLink(token, key) : undefined;
  const cookie = link && (await isUsable(link, env)) && (await identityCookie(request, env, link.secret));
  if (!link || !cookie) return refuse(request, 403, "badLink");
  const response = new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  // The name in this browser is another person's: the channels would take it for a new name of this one
  const hadName = nameIn(request.headers.get("Cookie") ?? "") !== undefined;
  const nameLine = cookieLine(nameCookie(link.name ?? ""), url.protocol === "https:", link.name === undefined ? 0 : undefined);
  return setCookies(response, cookie, (hadName || link.name !== undefined) && nameLine);
}

/** Whether the link works now. One that works once is used up by this. */
async function isUsable({ id, secret, expires }: IdentityLink, env: Env): Promise<boolean> {
  const keyring = env.KEYRING.getByName("keyring");
  if (expires === undefined) return keyring.isRecovery(personId(secret), id);
  return Date.now() < expires && keyring.useLink(id, expires);
}

/** Only for a person who has a valid cookie: a new identity has nothing that could be taken along. */
async function secretOf(request: Request, env: Env): Promise<string | undefined> {
  const person = await identify(request, env);
  return person && !person.isNew ? person.secret : undefined;
}

async function urlOf(link: IdentityLink, { origin }: URL, key: Uint8Array): Promise<string> {
  return `${origin}/#device=${await sealLink(link, key)}`;
}

function answer(link: { url: string; expires?: number }): Response {
  return Response.json(link, { headers: { "Cache-Control": "private, no-store" } });
}
