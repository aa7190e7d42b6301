/** Whether this person wants previews of links: without them, the style sheet shows none, and what they write gets none (W38). */
import { arePreviewsOffIn, previewsCookie } from "~/shared/cookies";
import { cookies, keepCookie } from "./cookies";

/** Whether this deployment has any, as the server says it on the page. */
export const hasPreviews = (): boolean => document.documentElement.dataset.previews !== "none";

export function arePreviewsOff(): boolean {
  return arePreviewsOffIn(cookies());
}

/** What a message or an edit of this person says of its preview. */
export function previewWish(): { preview?: false } {
  return arePreviewsOff() ? { preview: false } : {};
}

export function choosePreviews(areOn: boolean): void {
  keepCookie(previewsCookie(areOn));
  document.documentElement.dataset.previews = areOn ? "on" : "off";
}
