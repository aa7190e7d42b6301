/** Answers that are no pages: a sentence for people, or the way to another address. */

/** Refuses a request; `message` says why, and what to do. */
export function refuse(status: number, message: string, headers?: Record<string, string>): Response {
  return new Response(`${message}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });
}

/** Refuses what only reads are for; `undefined` for a read. */
export function refuseWrite({ method }: Request): Response | undefined {
  if (method === "GET" || method === "HEAD") return undefined;
  return refuse(405, "This address is read with GET.", { Allow: "GET, HEAD" });
}

export function redirect(location: string): Response {
  return new Response(null, { status: 308, headers: { Location: location } });
}
