/** The Worker: the front door with SolidStart's pages behind it, and the Durable Object of a channel. */
import start from "../src/entry-server";
import { frontDoor } from "./front-door";

export { Channel } from "./Channel";

export default { fetch: frontDoor(async (request, page) => start.request(request, undefined, { page })) };
