/** The response to an unexpected error in the Worker. It tells what to do, and nothing about the error itself. */
import { refuse } from "./refusals";

const MESSAGE = "Something went wrong on our side, and it has been noted. Please try again in a moment.";

/** A page for browsers, the message as plain text for other clients. */
export function errorPage(request: Request): Response {
  const isPage = request.headers.get("Accept")?.includes("text/html");
  if (!isPage) return refuse(500, MESSAGE, { "Cache-Control": "no-store" });
  const nonce = crypto.randomUUID();
  return new Response(html(nonce), {
    status: 500,
    headers: {
      "Cache-Control": "no-store",
      "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
      "Content-Type": "text/html; charset=utf-8",
    },
  });
}

/** The page needs no other file, so it works while everything else fails. */
function html(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Something went wrong · Edgewise</title>
<style nonce="${nonce}">body { max-width: 36rem; margin: 12vh auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }</style>
<h1>This page could not be made</h1>
<p>${MESSAGE} What you have written and not yet sent is kept in this browser.</p>
<p><a href="">Try again</a></p>
</html>
`;
}
