/** Changes a response's headers on a copy: the headers of another handler's response may be immutable. */

/** A copy of `response` with changed headers, and with its socket if it is an upgrade. */
export function withHeaders(response: Response, change: (headers: Headers) => void): Response {
  const headers = new Headers(response.headers);
  change(headers);
  return new Response(response.body, { status: response.status, headers, webSocket: response.webSocket });
}

/** A copy of `response` that sets the given cookies; `false` and `undefined` are skipped. */
export function withCookies(response: Response, ...cookies: (string | false | undefined)[]): Response {
  return withHeaders(response, (headers) => {
    for (const cookie of cookies) if (cookie) headers.append("Set-Cookie", cookie);
  });
}
