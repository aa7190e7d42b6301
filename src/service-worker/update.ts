/** Replaces the service worker by that of a newer build, when a page of that build says so. */

declare const self: ServiceWorkerGlobalScope;

/** A busy browser sometimes fails to start a worker that works. */
const TRIES = 3;
const TRY_EVERY = 2_000; // ms

/** If the site answers, but has no worker that works, this one ends: it must not stay for ever. */
export async function updateOrEnd(): Promise<void> {
  for (let left = TRIES; left > 0; left--) {
    try {
      return void (await self.registration.update());
    } catch {
      await fetch("/_sw.js", { cache: "no-store" }); // rejects without a network, about which a worker can do nothing
      await new Promise((resolve) => setTimeout(resolve, TRY_EVERY));
    }
  }
  await self.registration.unregister();
}
