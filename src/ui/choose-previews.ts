/** The switch of previews of links (W38). Apart from previews.ts, to stay out of the first load. */
import { previewsCookie } from "~/shared/cookies";
import { keepCookie } from "./cookies";

/** Whether the deployer has switched previews on. The server writes that into the document. */
export const hasPreviews = (): boolean => document.documentElement.dataset.previews !== "none";

export function choosePreviews(areOn: boolean): void {
  keepCookie(previewsCookie(areOn));
  document.documentElement.dataset.previews = areOn ? "on" : "off";
}
