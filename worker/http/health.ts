/** `/api/…`, where no channel can be: so far only how the Worker is. */
import { refuse, refuseWrite } from "./responses";

/** Put in by the build: see app.config.ts. */
declare const BUILD_VERSION: string;
declare const BUILD_COMMIT: string;

export async function api(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname !== "/api/health") return refuse(404, "There is nothing at this address. The Worker's health is at /api/health.");
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  return Response.json({ version: BUILD_VERSION, commit: BUILD_COMMIT }, { headers: { "Cache-Control": "no-store" } });
}
