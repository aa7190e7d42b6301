/** What another app shares with this one (the manifest's `share_target`): a link that opens the app with the text behind its `#`, which no server sees. */
import { LIMITS } from "./protocol";

/** As much as a message has. UTF-16 units. */
export const MAX_SHARED = LIMITS.text;

/** Where an app shares to, by POST. */
export const SHARE_PATH = "/_share";

/** One unit more than the most tells the page that the text was cut. */
export function sharedHref(form: FormData): string {
  const parts = ["title", "text", "url"].map((name) => form.get(name)).filter((part) => typeof part === "string" && part !== "");
  return `/#share=${encodeURIComponent(
    parts
      .join("\n")
      .slice(0, MAX_SHARED + 1)
      .toWellFormed(),
  )}`;
}

/** The text behind the `#` of an address, if it is a shared one. */
export function sharedText(hash: string): { text: string; isCut: boolean } | undefined {
  const [, encoded] = /^#share=(.+)$/.exec(hash) ?? [];
  if (encoded === undefined) return undefined;
  try {
    const text = decodeURIComponent(encoded);
    return { text: text.slice(0, MAX_SHARED).toWellFormed(), isCut: text.length > MAX_SHARED };
  } catch {
    return undefined; // not made by sharedHref
  }
}
