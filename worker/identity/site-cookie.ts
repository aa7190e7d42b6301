/** The cookies that only the Worker reads: HttpOnly and, over https, bound to this host. */
import { cookieIn } from "../../src/shared/cookies";

export function siteCookieIn(request: Request, name: string): string | undefined {
  return cookieIn(request.headers.get("Cookie") ?? "", fullName(request, name));
}

/** The `Set-Cookie` line; `maxAge` in seconds. */
export function siteCookieLine(request: Request, name: string, value: string, maxAge: number): string {
  const line = `${fullName(request, name)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`;
  return isSecure(request) ? `${line}; Secure` : line;
}

/** Another host or a page without TLS cannot set a `__Host-` cookie. */
function fullName(request: Request, name: string): string {
  return isSecure(request) ? `__Host-${name}` : name;
}

function isSecure(request: Request): boolean {
  return request.url.startsWith("https:");
}
