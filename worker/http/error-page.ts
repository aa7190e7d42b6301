/** The response to an unexpected error in the Worker. It tells what to do, and nothing about the error itself. */
import { directionOf } from "../../src/shared/languages";
import { STRINGS } from "../strings/all";
import { languageOf } from "./language";

/** A page for browsers, the message as plain text for other clients. */
export function errorPage(request: Request): Response {
  const language = languageOf(request);
  const words = STRINGS[language].errorPage;
  const headers = { "Cache-Control": "no-store", "Content-Language": language };
  if (!request.headers.get("Accept")?.includes("text/html"))
    return new Response(`${words.text}\n`, { status: 500, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
  const nonce = crypto.randomUUID();
  // The page needs no other file, so it works while everything else fails
  const html = `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${words.title} · Edgewise</title>
<style nonce="${nonce}">body { max-width: 36rem; margin: 12vh auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }</style>
<h1>${words.heading}</h1>
<p>${words.text} ${words.kept}</p>
<p><a href="">${words.retry}</a></p>
</html>
`;
  return new Response(html, {
    status: 500,
    headers: {
      ...headers,
      "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
      "Content-Type": "text/html; charset=utf-8",
    },
  });
}
