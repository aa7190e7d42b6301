/** Whether this person wants previews of links: without them, the style sheet shows none, and what they write gets none (W38). */
import { arePreviewsOffIn } from "~/shared/cookies";
import { cookies } from "./cookies";

export function arePreviewsOff(): boolean {
  return arePreviewsOffIn(cookies());
}

/** What a message or an edit of this person says of its preview. */
export function previewWish(): { preview?: false } {
  return arePreviewsOff() ? { preview: false } : {};
}
