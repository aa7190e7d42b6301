/** Routes each request to its handler. Handlers check a request before they call a channel, so a refused request wakes no channel. */
import type { Env } from "../env";
import { logError } from "../log";
import { devices } from "./routes/devices";
import { errorPage } from "./error-page";
import type { Handler, RenderPage } from "./handler";
import { exportChannel } from "./routes/export";
import { feed } from "./routes/feed";
import { file } from "./routes/file";
import { health } from "./routes/health";
import { host } from "./routes/host";
import { identityLinks } from "./routes/identity-links";
import { keepCookies } from "./routes/lasting-cookies";
import { page } from "./routes/page";
import { notFound } from "./refusals";
import { reset } from "./routes/reset";
import { setSecurityHeaders } from "./security-headers";
import { search } from "./routes/search";
import { push } from "./routes/push";
import { securityTxt } from "./routes/security-txt";
import { share } from "./routes/share";
import { socketUpgrade } from "./routes/socket-upgrade";
import { upload } from "./routes/upload";
import { unread } from "./routes/unread";
import { welcome } from "./routes/welcome";

/** The first route whose prefix matches handles the request. A handler returns a response whose headers can be changed. */
export const ROUTES: readonly [prefix: string, handler: Handler][] = [
  ["/_ws/", socketUpgrade], // a client connects to its channel (W1)
  ["/api/welcome/", welcome], // the same without a socket
  ["/api/feed/", feed], // the latest messages as Atom (W35)
  ["/api/export/", exportChannel], // the whole history as a file (W34)
  ["/api/unread", unread], // the side bar's unread counts
  ["/api/search", search], // the side bar's search of the visited channels (W33)
  ["/api/files/", upload], // a file for a message (W37)
  ["/_file/", file], // a file of a message (W38)
  ["/api/push/", push], // pushes about a channel's messages (W36)
  ["/api/reset", reset], // frees a browser from a broken service worker
  ["/api/cookies", keepCookies], // a page has set a cookie by script
  ["/api/identity/", identityLinks], // links that make another browser the same person
  ["/api/devices/", devices], // what the linked devices of a person have in common (W23)
  ["/api/host", host], // who runs the deployment
  ["/api/", health], // `/api/health`; no channel can be at `/api/…`
  ["/_server", async (request) => notFound(request)], // SolidStart would parse calls of server functions, and there are none
  ["/_share", share], // what another app shares with this one
  ["/.well-known/security.txt", securityTxt], // no channel begins with a dot
  ["/", page], // the page of a channel, or the 404 page if the path has no canonical form
];

/** Creates the Worker's `fetch`. */
export function createRouter(renderPage: RenderPage) {
  return async (request: Request, env: Env): Promise<Response> => {
    const url = new URL(request.url);
    const [prefix, handler] = ROUTES.find(([prefix]) => url.pathname.startsWith(prefix))!;
    const response = await handler(request, url, env, renderPage).catch((error: unknown) => {
      logError("front_door", error, { route: prefix });
      return errorPage(request);
    });
    setSecurityHeaders(response, url.protocol === "https:");
    return response;
  };
}
