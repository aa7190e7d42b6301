/** Sets cookies, except `false` and `undefined`. The response must be the Worker's own: the headers of one from `fetch` cannot be changed. */
export function setCookies(response: Response, ...cookies: (string | false | undefined)[]): Response {
  for (const cookie of cookies) if (cookie) response.headers.append("Set-Cookie", cookie);
  return response;
}
