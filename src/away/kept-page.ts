/** What a page's HTML says about itself: whether it may be kept for when there is no network. */
import type { PageData } from "../shared/page";

/** `build` is the page's; `isPublic` is undefined if the page does not know its channel's settings. */
export function readPage(html: string): { build: string | undefined; isPublic: boolean | undefined } {
  const build = /^[^>]*<html[^>]* data-build="([^"]+)"/.exec(html.replace(/^<!doctype html>/i, ""))?.[1];
  const json = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(html)?.[1];
  const { snapshot, refusal } = JSON.parse(json ?? "{}") as Partial<PageData>;
  if (refusal) return { build, isPublic: false };
  return { build, isPublic: snapshot && snapshot.settings?.read !== "members" };
}
