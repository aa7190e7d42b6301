/** What tests share: those of a file a running Edgewise, and all files of a worker a browser. */
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

let shared: Browser | undefined;

/** A browser for all tests of this worker, which ends with it. Each visitor has cookies and storage of their own. */
async function sharedBrowser(): Promise<Browser> {
  if (!shared?.isConnected()) shared = await openBrowser();
  return shared;
}

/** After a failed test: what each page shows and has said, and the last that the server has printed. */
async function report(visitors: readonly Visitor[], edgewise: Edgewise): Promise<string> {
  const pages = visitors.map(async ({ page, console }, index) => {
    const status = page.locator(".status").first().innerText({ timeout: 1_000 });
    return `Page ${index + 1}: ${page.url()}, ${await status.catch(() => "no status")}\n${console.join("\n")}`;
  });
  return `${(await Promise.all(pages)).join("\n")}\nServer:\n${edgewise.output.slice(-2_000)}`;
}

/** Called outside of tests; it is there once they run. */
export function setupSite(options?: Options): Site {
  let edgewise: Edgewise;
  let browser: Browser;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    [edgewise, browser] = await Promise.all([startEdgewise(options), sharedBrowser()]);
  });
  // who has been in one test would ping, and reconnect, all through the others
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.log(await report(visitors, edgewise));
    await Promise.all(visitors.splice(0).map(({ page }) => page.context().close()));
  });
  afterAll(async () => {
    await Promise.all([edgewise?.stop(), ...(browser?.contexts() ?? []).map((context) => context.close())]);
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
