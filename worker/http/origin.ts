/** The origin check of WebSocket upgrades (W16): browsers do not apply the same-origin policy to WebSockets. */
import type { Env } from "../env";

/** Whether the upgrade comes from a page of this host, from an allowed origin, or from a program, which sends no Origin. */
export function isAllowedOrigin(request: Request, own: URL, env: Env): boolean {
  const origin = request.headers.get("Origin")?.toLowerCase();
  if (origin === undefined || origin === own.origin) return true;
  const parsed = URL.parse(origin);
  if (!parsed || `${parsed.protocol}//${parsed.host}` !== origin) return false; // also `null`
  const allowed = env.ALLOWED_ORIGINS?.toLowerCase().split(/[\s,]+/) ?? [];
  const isOwn = parsed.host === own.host && parsed.protocol === "https:"; // a proxy may end TLS before the Worker
  return isOwn || allowed.includes(origin);
}
