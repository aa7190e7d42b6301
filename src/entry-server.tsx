// @refresh reload
/** Renders a page, whole: what it shows can be read without JavaScript. */
import { createHandler, StartServer } from "@solidjs/start/server";
import { getRequestEvent } from "solid-js/web";
import { DocumentHead } from "./page/DocumentHead";
import type { Rendering } from "./shared/page";

/** As the visitor has chosen, so that no page comes in another theme first. */
const theme = () => (getRequestEvent()!.nativeEvent.context as Rendering).page.theme;

export default createHandler(
  () => (
    <StartServer
      document={({ assets, children, scripts }) => (
        <html lang="en" data-theme={theme() === "system" ? undefined : theme()}>
          <head>
            <DocumentHead theme={theme()} />
            {assets}
          </head>
          <body>
            <div id="app">{children}</div>
            {scripts}
          </body>
        </html>
      )}
    />
  ),
  ({ response }) => {
    const nonce = crypto.randomUUID().replaceAll("-", "");
    response.headers.set("Content-Type", "text/html; charset=utf-8");
    response.headers.set("Cache-Control", "private, no-cache");
    response.headers.set("Content-Security-Policy", contentSecurityPolicy(nonce));
    return { mode: "async", nonce };
  },
);

function contentSecurityPolicy(nonce: string): string {
  const always = ["form-action 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"];
  if (import.meta.env.DEV) return always.join("; "); // `vite dev` adds scripts and styles of its own, without a nonce
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    ...always,
  ].join("; ");
}
