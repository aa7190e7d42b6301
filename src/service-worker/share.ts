/** Opens the app with what another app shares, also without a network. */
import { sharedHref } from "../shared/share";

declare const self: ServiceWorkerGlobalScope;

export function openShared(event: FetchEvent): void {
  const form = event.request.clone().formData();
  const href = form.then((form) => new URL(sharedHref(form), self.location.origin).href);
  event.respondWith(
    href.then(
      (href) => Response.redirect(href, 303),
      () => fetch(event.request), // the site says why it cannot be read
    ),
  );
}
