/** Opens the app with what another app shares, also without a network. */
import { forgetSharedFiles, keepSharedFiles } from "../away/shared-files";
import { filesIn, sharedHref } from "../shared/share";

declare const self: ServiceWorkerGlobalScope;

export function openShared(event: FetchEvent): void {
  event.respondWith(
    addressFor(event.request.clone()).then(
      (href) => Response.redirect(href, 303),
      () => fetch(event.request), // the site says why it cannot be read
    ),
  );
}

async function addressFor(request: Request): Promise<string> {
  const form = await request.formData();
  await forgetSharedFiles(); // of an earlier share
  await keepSharedFiles(filesIn(form)).catch(() => undefined); // the page says that they are missing
  return new URL(sharedHref(form), self.location.origin).href;
}
