/** The origin check of WebSocket upgrades (W16): browsers do not apply the same-origin policy to WebSockets. */
import type { Env } from "../env";

/** Whether the upgrade comes from a page of this host, from an allowed origin, or from a program, which sends no Origin. */
export function isAllowedOrigin(request: Request, env: Env): boolean {
  const origin = request.headers.get("Origin")?.toLowerCase();
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false; // also `null`
  const { protocol, host } = new URL(origin);
  if (`${protocol}//${host}` !== origin) return false;
  const allowed = env.ALLOWED_ORIGINS?.toLowerCase().split(/[\s,]+/) ?? [];
  const own = new URL(request.url);
  const isOwn = host === own.host && (protocol === own.protocol || protocol === "https:"); // a proxy may end TLS before the Worker
  return isOwn || allowed.includes(origin);
}
