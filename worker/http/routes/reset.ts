/** `GET /api/reset`: frees a browser from a service worker that is broken, and from what it has kept. The way out if a site stays old. */
import type { Env } from "../../env";
import { notFound, refuseWrite } from "../refusals";

/**
 * `Clear-Site-Data: "storage"` would end the worker, too, but with the outbox, the drafts and the read state; and "cookies" would end the
 * identity. So the header clears the browser's cache, and a script that ends the workers and their caches.
 */
const SCRIPT = `
  const workers = navigator.serviceWorker?.getRegistrations() ?? [];
  const ended = Promise.resolve(workers).then((all) => Promise.all(all.map((worker) => worker.unregister())));
  const clear = (name) => new Promise((resolve) => {
    const open = indexedDB.open(name); // not deleteDatabase: that waits for the worker, and the next page for that
    open.onupgradeneeded = () => open.transaction.abort(); // there is none
    open.onerror = resolve;
    open.onsuccess = () => {
      const stores = [...open.result.objectStoreNames];
      if (stores.length === 0) return resolve();
      const change = open.result.transaction(stores, "readwrite");
      for (const store of stores) change.objectStore(store).clear();
      change.oncomplete = change.onabort = resolve;
    };
  });
  const cleared = Promise.all(["edgewise-seen", "edgewise-shared", "edgewise-worker"].map(clear));
  const emptied = caches.keys().then((all) => Promise.all(all.map((name) => caches.delete(name))));
  const late = new Promise((resolve) => setTimeout(resolve, 3_000)); // in WebKit, opening a database sometimes never ends
  Promise.race([Promise.allSettled([ended, emptied, cleared]), late]).then(() => location.replace("/"));
`;

export async function reset(request: Request, url: URL, _env: Env): Promise<Response> {
  if (url.pathname !== "/api/reset") return notFound(request);
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  const nonce = crypto.randomUUID();
  const html = `<!doctype html>
<meta charset="utf-8">
<title>Edgewise</title>
<p><a href="/">Edgewise</a></p>
<script nonce="${nonce}">${SCRIPT}</script>
`;
  return new Response(html, {
    headers: {
      "Cache-Control": "no-store",
      "Clear-Site-Data": '"cache"',
      "Content-Security-Policy": `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
      "Content-Type": "text/html; charset=utf-8",
    },
  });
}
