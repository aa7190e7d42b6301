/** `POST /_share`: opens the app with what another app shares, if the browser has no service worker that does it. */
import { SHARE_PATH, sharedHref } from "../../../src/shared/share";
import { notFound, refuse } from "../refusals";

const MAX_BODY = 4_000_000; // bytes

/** From whatever app or site it comes, it is no more than a suggestion: the person chooses the channel, and sends it. */
export async function share(request: Request, url: URL): Promise<Response> {
  if (url.pathname !== SHARE_PATH) return notFound(request);
  if (request.method !== "POST") return refuse(request, 405, "onlyPost", { Allow: "POST" });
  if (Number(request.headers.get("Content-Length") ?? Infinity) > MAX_BODY) return refuse(request, 413, "tooLongShare");
  const form = await request.formData().catch(() => undefined);
  return form ? new Response(null, { status: 303, headers: { Location: sharedHref(form) } }) : refuse(request, 400, "badShare");
}
