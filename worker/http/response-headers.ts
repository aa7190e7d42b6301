/** Sets cookies; `false` and `undefined` are skipped. The response must be the Worker's own: the headers of one from `fetch` cannot be changed. */
export function setCookies({ headers }: Response, ...cookies: (string | false | undefined)[]): void {
  for (const cookie of cookies) if (cookie) headers.append("Set-Cookie", cookie);
}
