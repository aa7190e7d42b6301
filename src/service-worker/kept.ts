/** Keeps the pages of public channels with their files, and answers with them when there is no network. */
import { ALL_KEPT } from "../shared/all-kept";
import { readPage } from "../away/kept-page";
import { forgetSeen } from "../away/seen-messages";
import { LOBBY, pathOf } from "../shared/channel-name";
import { BUILD, FILES } from "./build";
import { offlinePage } from "./offline-page";

/** A newer page that arrives within this time is never replaced by a kept one. */
const NETWORK_WITHIN = 3_000; // ms
const MAX_PAGES = 50; // as many as the side bar lists
const CACHE = `edgewise ${BUILD}`;
const ASSETS = "/_build/assets/"; // their names contain a hash of their content
/** Other files that a page shows. */
const ICONS = ["/favicon.svg", "/favicon-unread.svg", "/icon-192.png"];

/** Keeps a channel that a page shows, and all files that a page in this language may ask for. */
export async function keepChannel(channel: string, language: string): Promise<void> {
  const cache = await caches.open(CACHE);
  if (!(await cache.match(pathOf(channel)))) await keepPage(channel, await fetch(pathOf(channel)));
  const files = FILES.filter((file) => language.startsWith(file.language ?? "")).map(({ path }) => path);
  for (const path of [...files, ...ICONS]) if (!(await cache.match(path))) await cache.add(path); // one after another: nobody waits
  await cache.put(ALL_KEPT, new Response());
}

export async function forgetChannel(channel: string): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.delete(pathOf(channel));
  await forgetSeen(channel);
}

/** After an update: the pages of other builds need files that may be gone. */
export async function dropOtherBuilds(): Promise<void> {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
}

/** The page from the network; the kept one if that fails or takes longer than 3 s. */
export function answerPage(event: FetchEvent, channel: string): void {
  const { pathname, search } = new URL(event.request.url);
  const network = fetch(event.request);
  event.respondWith(newest(network, () => keptPage(channel, pathname)));
  const keeps = search === "" ? network.then((page) => keepPage(channel, page.clone())) : network;
  event.waitUntil(keeps.catch(() => undefined));
}

/** The files of a build never change. Others come from the network, if there is one. */
export function answerFile(event: FetchEvent, path: string): void {
  if (path.startsWith(ASSETS)) event.respondWith(keptFile(path).then((file) => file ?? fetch(event.request)));
  else if (ICONS.includes(path)) event.respondWith(fetch(event.request).catch(async (error: unknown) => (await keptFile(path)) ?? Promise.reject(error))); // prettier-ignore
}

async function newest(network: Promise<Response>, kept: () => Promise<Response | undefined>): Promise<Response> {
  const wait = new Promise<undefined>((resolve) => setTimeout(resolve, NETWORK_WITHIN));
  return (await Promise.race([network.catch(() => undefined), wait])) ?? (await kept()) ?? network.catch(notKept);
}

const notKept = async (): Promise<Response> =>
  offlinePage((await pagesIn(await caches.open(CACHE))).map(({ url }) => new URL(url).pathname));

/** The app begins at `/`: without a page of the lobby, it opens the one that was kept last. */
async function keptPage(channel: string, path: string): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  const page = await cache.match(pathOf(channel));
  if (page || channel !== LOBBY) return page;
  const last = (await pagesIn(cache)).at(-1);
  return last && new URL(last.url).pathname !== path ? Response.redirect(last.url) : undefined;
}

const keptFile = (path: string) => caches.match(path, { ignoreVary: true });

/** Keeps a page of this build, if it may be kept. */
async function keepPage(channel: string, page: Response): Promise<void> {
  const cache = await caches.open(CACHE);
  const { build, isPublic } = readPage(await page.clone().text());
  if (isPublic === false) return forgetChannel(channel);
  if (isPublic === undefined || build !== BUILD) return; // a newer build has a newer worker
  await cache.delete(pathOf(channel)); // so that the pages are in the order in which they were kept
  await cache.put(pathOf(channel), page);
  for (const old of (await pagesIn(cache)).slice(0, -MAX_PAGES)) await cache.delete(old);
}

async function pagesIn(cache: Cache): Promise<readonly Request[]> {
  return (await cache.keys()).filter(
    ({ url }) => ![ASSETS, ALL_KEPT, ...ICONS].some((path) => new URL(url).pathname.startsWith(path)),
  );
}
