/** What every answer forbids the browser to do with it. `public/_headers` says the same of the files that are served without the Worker. */

const ALWAYS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer", // another site need not know which channel had the link to it
  "Permissions-Policy":
    "camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
} as const;

/** For what is no page. A page comes with a policy of its own, which names its nonce. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

const ONE_YEAR = 31_536_000; // seconds

/** `response` with these headers, and with its socket, if it is an upgrade. */
export function secured(response: Response, isEncrypted: boolean): Response {
  const headers = new Headers(response.headers); // those of another handler's response may be immutable
  for (const [name, value] of Object.entries(ALWAYS)) headers.set(name, value);
  if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", NOTHING);
  if (isEncrypted) headers.set("Strict-Transport-Security", `max-age=${ONE_YEAR}`);
  return new Response(response.body, { status: response.status, headers, webSocket: response.webSocket });
}
