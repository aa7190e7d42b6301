/** Renders the one page. */
import handler from "./src/entry-server.tsx";

export default { fetch: (request: Request) => handler.request(new Request(request.url), undefined, {}) };
