/** The Worker: the front door with SolidStart's pages behind it, and the Durable Objects. */
import start from "../src/entry-server";
import type { Page, Rendering } from "../src/shared/page";
import { frontDoor } from "./http/router";

export { Channel } from "./channel/Channel";
export { Keyring } from "./identity/Keyring";

export default { fetch: frontDoor(render) };

/** Throws what a component threw: the answer that SolidStart makes of it would carry it to the browser, with its stack. */
async function render({ method, url }: Request, page: Page): Promise<Response> {
  const rendering: Rendering = { page };
  // Without headers: SolidStart reads a cookie of its own, and logs what it cannot make sense of
  const response = await start.request(new Request(url, { method }), undefined, rendering);
  if (rendering.failure || response.status >= 500) throw rendering.failure ?? new Error("The page was not rendered.");
  return response;
}
