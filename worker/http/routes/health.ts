/**
 * `/api/health`: the version and commit of this Worker, and the build of its pages. Every other path under `/api/` is not found.
 * With `?socket`, it answers what an upgrade would: browsers do not tell a page why one has failed (W30).
 */
import build from "virtual:build-id";
import type { Env } from "../../env";
import { admit } from "../admission";
import { refuse, refuseWrite } from "../refusals";

/** The build replaces these: see app.config.ts. */
declare const BUILD_VERSION: string;
declare const BUILD_COMMIT: string;

export async function health(request: Request, url: URL, env: Env): Promise<Response> {
  if (url.pathname !== "/api/health") return refuse(request, 404, "healthIsAt");
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  const admitted = url.searchParams.has("socket") && (await admit(request, url, env));
  if (admitted instanceof Response) return admitted;
  return Response.json({ version: BUILD_VERSION, commit: BUILD_COMMIT, build }, { headers: { "Cache-Control": "no-store" } });
}
