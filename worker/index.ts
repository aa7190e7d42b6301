/** The Worker's entry: the router with SolidStart's page rendering, and the Durable Object classes. */
import { renderPage } from "../src/entry-server";
import { createRouter } from "./http/router";

export { Channel } from "./channel/Channel";
export { Devices } from "./identity/Devices";
export { Files } from "./files/Files";
export { Keyring } from "./identity/Keyring";
export { Push } from "./push/Push";

export default { fetch: createRouter(renderPage) };
