/** The channel that an address such as `/api/feed/team/design` is about. */
import { canonical, isCanonical, pathOf } from "../../src/shared/channel-name";
import { redirect } from "./redirect";
import { refuse, refuseWrite } from "./refusals";

/** Its name, or the response to another method, to a path that has no canonical form, or to one that is not canonical. `prefix` is `/api/feed`. */
export function apiChannel(prefix: string, request: Request, url: URL): string | Response {
  const path = url.pathname.slice(prefix.length);
  const channel = canonical(path);
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  if (channel === undefined) return refuse(request, 404, "notAName");
  return isCanonical(path, channel) ? channel : redirect(prefix + pathOf(channel) + url.search);
}
