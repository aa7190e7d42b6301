/** The origin check of WebSocket upgrades (W16): browsers do not apply the same-origin policy to WebSockets. */
import type { Env } from "../env";

/** Whether the upgrade comes from a page of this host, from an allowed origin, or from a program, which sends no Origin. */
export function isAllowedOrigin(request: Request, own: URL, env: Env): boolean {
  if (isOwnOrigin(request, own)) return true;
  const origin = originOf(request)!;
  const parsed = URL.parse(origin);
  if (!parsed || `${parsed.protocol}//${parsed.host}` !== origin) return false; // also `null`
  return (
    env.ALLOWED_ORIGINS?.toLowerCase()
      .split(/[\s,]+/)
      .includes(origin) ?? false
  );
}

/** Whether the request comes from a page of this host, or from a program. */
export function isOwnOrigin(request: Request, own: URL): boolean {
  const origin = originOf(request);
  return origin === undefined || origin === own.origin || origin === `https://${own.host}`; // a proxy may end TLS before the Worker
}

function originOf(request: Request): string | undefined {
  return request.headers.get("Origin")?.toLowerCase();
}
