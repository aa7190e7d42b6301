/** The path and the query of the page, which change without loading a page: by the site's own links, `navigate`, Back and Forward. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { batch, createSignal, type Accessor } from "solid-js";
import { getRequestEvent, isServer } from "solid-js/web";

const [path, setPath] = createSignal(isServer ? "" : location.pathname);
const [search, setSearch] = createSignal(isServer ? "" : location.search);
const update = () =>
  batch(() => {
    setPath(location.pathname);
    setSearch(location.search);
  });

/** The query, with its `?`. */
export const query: Accessor<string> = () => (isServer ? new URL(getRequestEvent()!.request.url).search : search());

/** The path, percent-encoded. Listens for as long as the calling component lives. */
export function createPath(): Accessor<string> {
  if (isServer) {
    const { pathname } = new URL(getRequestEvent()!.request.url);
    return () => pathname;
  }
  makeEventListener(window, "popstate", update);
  makeEventListener(document, "click", onClick);
  return path;
}

/** Opens an address of this site. */
export function navigate(href: string): void {
  if (new URL(href, location.href).href !== location.href) history.pushState(null, "", href);
  update();
}

/** Whether a click opens a link where it is, and not in a tab of its own. */
export function isPlainClick({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return !(button || altKey || ctrlKey || metaKey || shiftKey);
}

/** Links that open another tab, another site, a file or a place on this page are the browser's. */
function onClick(event: MouseEvent): void {
  const { target } = event;
  const link = target instanceof Element && target.closest("a");
  if (!link || event.defaultPrevented || !isPlainClick(event)) return;
  if (link.origin !== location.origin || link.target !== "" || link.download !== "" || link.hash !== "") return;
  if (link.pathname.startsWith("/_file/")) return;
  event.preventDefault();
  navigate(link.href);
}
