/** A sentence for browsers that are too old to run the page. Rendered by the server only: the page's own script cannot run there. */
import type { PageEvent } from "@solidjs/start/server";
import { getRequestEvent } from "solid-js/web";
import { OUTDATED_BROWSER } from "~/strings/outdated-browser";

/** In syntax that every browser can read. The oldest supported browsers are the first that have both (shared/supported-browsers.ts). */
const CHECK = `window.URL&&URL.canParse&&document.body.showPopover||(document.documentElement.className="outdated")`;

export function OutdatedBrowser() {
  return (
    <>
      <p class="outdated-browser" role="alert">
        {OUTDATED_BROWSER[getRequestEvent()!.locals.page.language]}
      </p>
      <script nonce={(getRequestEvent() as PageEvent).nonce} innerHTML={CHECK} />
    </>
  );
}
