/** What another app shares with this one (the manifest's `share_target`): a link that opens the app with the text behind its `#`, which no server sees. */
import { LIMITS } from "./protocol";

/** As much as a message has. UTF-16 units. */
export const MAX_SHARED = LIMITS.text;

/** Where an app shares to, by POST. */
export const SHARE_PATH = "/_share";

/** The form's field with files, which the service worker keeps for the page. */
export const FILES_FIELD = "files";

/** One unit more than the most tells the page that the text was cut. */
export function sharedHref(form: FormData): string {
  const parts = ["title", "text", "url"].map((name) => form.get(name)).filter((part) => typeof part === "string" && part !== "");
  const text = parts.join("\n").slice(0, MAX_SHARED + 1);
  const files = filesIn(form).length > 0 ? "&files" : "";
  return `/#share=${encodeURIComponent(text.toWellFormed())}${files}`;
}

export function filesIn(form: FormData): File[] {
  return form.getAll(FILES_FIELD).filter((file) => file instanceof File && file.name !== "") as File[];
}

/** What is shared by the part behind the `#` of an address, if something is: a text, and whether there are files, too. */
export function sharedIn(hash: string): { text: string; isCut: boolean; hasFiles: boolean } | undefined {
  const [, encoded, files] = /^#share=([^&]*)(&files)?$/.exec(hash) ?? [];
  if (!encoded && !files) return undefined;
  try {
    const text = decodeURIComponent(encoded!);
    return { text: text.slice(0, MAX_SHARED).toWellFormed(), isCut: text.length > MAX_SHARED, hasFiles: files !== undefined };
  } catch {
    return undefined; // not made by sharedHref
  }
}
