/** `/api/health`: the version and commit of this Worker, and the build of its pages. Every other path under `/api/` is not found. */
import build from "virtual:build-id";
import { refuse, refuseWrite } from "./refusals";

/** The build replaces these: see app.config.ts. */
declare const BUILD_VERSION: string;
declare const BUILD_COMMIT: string;

export async function health(request: Request, { pathname }: URL): Promise<Response> {
  if (pathname !== "/api/health") return refuse(request, 404, "healthIsAt");
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  return Response.json({ version: BUILD_VERSION, commit: BUILD_COMMIT, build }, { headers: { "Cache-Control": "no-store" } });
}
