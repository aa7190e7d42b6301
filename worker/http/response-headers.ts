/** Sets the cookies of a response; `false` and `undefined` are skipped. Its headers are not those of another Worker's answer, which cannot be changed. */
export function setCookies({ headers }: Response, ...cookies: (string | false | undefined)[]): void {
  for (const cookie of cookies) if (cookie) headers.append("Set-Cookie", cookie);
}
