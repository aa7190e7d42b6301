/** The Worker: the front door with SolidStart's pages behind it, and the Durable Objects. */
import start from "../src/entry-server";
import { frontDoor } from "./front-door";

export { Channel } from "./Channel";
export { Keyring } from "./Keyring";

export default { fetch: frontDoor(async (request, page) => start.request(request, undefined, { page })) };
