/** Plain text responses that refuse a request. The text is one line for people: why, and what to do. */

export function refuse(status: number, message: string, headers?: Record<string, string>): Response {
  return new Response(`${message}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });
}

export function notFound(): Response {
  return refuse(404, "There is nothing at this address.");
}

/** Refuses every method except GET and HEAD; `undefined` for these two. */
export function refuseWrite({ method }: Request): Response | undefined {
  if (method === "GET" || method === "HEAD") return undefined;
  return refuse(405, "This address is read with GET.", { Allow: "GET, HEAD" });
}

/** For an address that is over a rate limit; all limits count one minute. */
export function tooManyRequests(message: string): Response {
  return refuse(429, message, { "Retry-After": "60" });
}

/** For a time when no signing key is known, so that no cookie can be checked (W17). */
export function noIdentity(): Response {
  return refuse(503, "Nobody can be let in for the moment. Try again.", { "Retry-After": "5" });
}
