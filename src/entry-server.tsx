// @refresh reload
/** Renders the complete page on the server, so that it can be read without JavaScript. */
import { createHandler, StartServer } from "@solidjs/start/server";
import { getRequestEvent, type RequestEvent } from "solid-js/web";
import build from "virtual:build-id";
import languageFiles from "virtual:language-files";
import { DocumentHead } from "./page/DocumentHead";
import { LinkPreview } from "./message-row/LinkPreview";
import { LinkPreview as LinkPreviewOnDemand } from "./message-row/MessageRow";
import { PageDataElement } from "./page/page-data";
import { OutdatedBrowser } from "./page/OutdatedBrowser";
import { RefusedWithoutScript } from "./page/RefusedWithoutScript";
import { directionOf } from "./shared/languages";
import type { PageData } from "./shared/page";
import { STRINGS } from "./strings/all";
import { setStrings } from "./strings/current";

/** h3's context of one rendering. */
type RenderContext = RequestEvent["nativeEvent"]["context"] & { locals: RequestEvent["locals"] };

/** The visitor's theme, from the first byte on, so that no page flashes in another one. */
const theme = () => getRequestEvent()!.locals.page.theme;

const language = () => getRequestEvent()!.locals.page.language;

setStrings(() => STRINGS[language()]);
LinkPreviewOnDemand.provide(LinkPreview);

const handler = createHandler(
  () => (
    <StartServer
      document={({ assets, children, scripts }) => (
        <html
          lang={language()}
          dir={directionOf(language())}
          data-build={build}
          data-strings={languageFiles[language()].join(" ")}
          data-theme={theme() === "system" ? undefined : theme()}
          data-previews={getRequestEvent()!.locals.page.previews}
        >
          <head>
            <DocumentHead theme={theme()} />
            {assets}
          </head>
          <body>
            <div id="app">{children}</div>
            <PageDataElement />
            <OutdatedBrowser />
            <RefusedWithoutScript />
            {scripts}
          </body>
        </html>
      )}
    />
  ),
  (event) => {
    // SolidStart 2.0.5 always creates empty locals. Only h3's context comes from the caller, so the locals are in it.
    event.locals = (event.nativeEvent.context as RenderContext).locals;
    const nonce = crypto.randomUUID().replaceAll("-", "");
    const { headers } = event.response;
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Cache-Control", "private, no-cache");
    headers.set("Content-Language", event.locals.page.language);
    if (event.locals.page.refusal) event.response.status = 403;
    headers.set("Content-Security-Policy", contentSecurityPolicy(nonce));
    if (event.locals.page.refusal) event.response.status = 403;
    return { mode: "async", nonce };
  },
);

/** Renders the page at the request's URL. Throws what a component threw: SolidStart's answer would send it to the browser, with its stack. */
export async function renderPage({ method, url }: Request, page: PageData): Promise<Response> {
  const context: RenderContext = { locals: { page } };
  // Without headers: SolidStart reads a cookie `flash` of its own, and logs it if it cannot parse it
  const response = await handler.request(new Request(url, { method }), undefined, context);
  const { failure } = context.locals;
  if (failure || response.status >= 500) throw failure ?? new Error("The page was not rendered.");
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const always = ["form-action 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"];
  if (import.meta.env.DEV) return always.join("; "); // `vite dev` adds scripts and styles without a nonce
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:", // blob: what is not sent yet
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    ...always,
  ].join("; ");
}
