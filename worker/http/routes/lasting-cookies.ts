/** Sets the page's own cookies by HTTP: they last for 180 days, but only 7 in some browsers if a script alone has set them. */
import {
  arePreviewsOffIn,
  cookieIn,
  cookieLine,
  isWelcomedIn,
  languageCookie,
  languageIn,
  nameCookie,
  nameIn,
  previewsCookie,
  themeCookie,
  themeIn,
  WELCOMED,
} from "../../../src/shared/cookies";
import { chosenName } from "../../../src/shared/guest-name";
import type { Env } from "../../env";
import { isAllowedOrigin } from "../origin";
import { notFound, refuse } from "../refusals";
import { setCookies } from "../response-headers";
import { validName } from "../visitor";

/** The `Set-Cookie` lines that renew the valid ones among `cookies`. `name` replaces the name in them. */
export function lastingCookies(cookies: string, isSecure: boolean, name = chosenName(validName(nameIn(cookies)))): string[] {
  const theme = themeIn(cookies);
  const language = languageIn(cookies);
  return [
    name !== undefined && nameCookie(name),
    theme === cookieIn(cookies, "theme") && themeCookie(theme),
    language !== undefined && languageCookie(language),
    isWelcomedIn(cookies) && WELCOMED,
    cookieIn(cookies, "previews") !== undefined && previewsCookie(!arePreviewsOffIn(cookies)),
  ]
    .filter((cookie) => cookie !== false)
    .map((cookie) => cookieLine(cookie, isSecure));
}

/** `POST /api/cookies?name=Ada`: the page has just set this cookie by script. */
export async function keepCookies(request: Request, url: URL, env: Env): Promise<Response> {
  const { pathname, protocol, search } = url;
  if (pathname !== "/api/cookies") return notFound(request);
  if (request.method !== "POST") return refuse(request, 405, "onlyPost", { Allow: "POST" });
  if (!isAllowedOrigin(request, url, env)) return refuse(request, 403, "otherSiteCookies");
  const answer = new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  return setCookies(answer, ...lastingCookies(search.slice(1), protocol === "https:"));
}
