/** The types that the router and its handlers share. */
import type { PageData } from "../../src/shared/page";
import type { Env } from "../env";

/** Renders the page at the request's URL; throws if a component throws. */
export type RenderPage = (request: Request, page: PageData) => Promise<Response>;

/** Answers the requests of one route. `url` is the request's, parsed. */
export type Handler = (request: Request, url: URL, env: Env, renderPage: RenderPage) => Promise<Response>;
