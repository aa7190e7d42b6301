/** The Worker under test, from source. A stub replaces SolidStart's pages: it answers with the page data that the router passed to it. */
import { Channel as RealChannel } from "../../../worker/channel/Channel";
import type { Env } from "../../../worker/env";
import { createRouter } from "../../../worker/http/router";

export { Devices } from "../../../worker/identity/Devices";
export { Files } from "../../../worker/files/Files";
export { Push } from "../../../worker/push/Push";
export { Keyring } from "../../../worker/identity/Keyring";

/** How often each object was constructed in this isolate, by its id: a wake from hibernation is a construction. */
export const constructions = new Map<string, number>();

export class Channel extends RealChannel {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const id = ctx.id.toString();
    constructions.set(id, (constructions.get(id) ?? 0) + 1);
  }
}

export default {
  fetch: createRouter(async (_request, page) =>
    Response.json(page, { status: page.channel === undefined ? 404 : page.refusal ? 403 : 200 }),
  ),
};
