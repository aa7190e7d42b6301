/** Registers the service worker, once a page. */
import { onDemandStrings } from "~/strings/current";
import { navigate } from "~/ui/navigation";
import type { PageMessage, WorkerMessage } from "./page-message";
import { keepWorkerState } from "./push-channels";

let registration: Promise<ServiceWorkerRegistration | undefined> | undefined;

/** A push tells of those in 30 s: more are rare, and are told as this many. */
const MAX_COUNTED = 100;

/** Resolves to undefined where there is none: under `vite dev`, and in windows in which browsers allow none. */
export const serviceWorker = () => (registration ??= register().catch(() => undefined));

export async function tellWorker(message: Omit<PageMessage, "build">): Promise<void> {
  const { build } = document.documentElement.dataset;
  (await serviceWorker())?.active?.postMessage({ ...message, build } satisfies PageMessage);
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  if (import.meta.env.DEV || !navigator.serviceWorker) return undefined;
  navigator.serviceWorker.addEventListener("message", ({ data }) => navigate((data as WorkerMessage).open));
  await navigator.serviceWorker.register("/_sw.js");
  const { jumpToLatest, keptPages } = onDemandStrings();
  const { lang, dir } = document.documentElement;
  const newMessages = Array.from({ length: MAX_COUNTED + 1 }, (_, n) => jumpToLatest.label(n));
  await keepWorkerState({ newMessages, ...keptPages, lang, dir });
  return navigator.serviceWorker.ready;
}
