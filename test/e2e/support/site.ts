/** What the tests of a file share: a running Edgewise and a browser. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { openBrowser, type PersonOptions } from "./browser";
import { type Edgewise, type Options, startEdgewise } from "./edgewise";
import { Visitor } from "./people";

export interface Site {
  readonly edgewise: Edgewise;
  /** Without a slash at the end. */
  readonly url: string;
  readonly browser: Browser;
  visitor(options?: PersonOptions): Promise<Visitor>;
}

/** Called outside of tests; it is there once they run. */
export function setupSite(options?: Options): Site {
  let edgewise: Edgewise;
  let browser: Browser;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    [edgewise, browser] = await Promise.all([startEdgewise(options), openBrowser()]);
  });
  // who has been in one test would ping, and reconnect, all through the others
  afterEach(async () => {
    await Promise.all(visitors.splice(0).map(({ page }) => page.context().close()));
  });
  afterAll(async () => {
    await Promise.all([edgewise?.stop(), browser?.close()]);
  });
  return {
    get edgewise() {
      return edgewise;
    },
    get url() {
      return edgewise.url;
    },
    get browser() {
      return browser;
    },
    async visitor(options) {
      const visitor = await Visitor.of(browser, edgewise.url, options);
      visitors.push(visitor);
      return visitor;
    },
  };
}
