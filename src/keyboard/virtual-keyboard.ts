/** Keeps the composer above the soft keyboard in browsers that lay it over the page (iOS). Others follow `interactive-widget`. */

import { makeEventListener } from "@solid-primitives/event-listener";

/** Sets `--screen` to the visible height while the keyboard covers a part of the page. Browser only. */
export function followVirtualKeyboard(): void {
  const viewport = window.visualViewport;
  if (viewport) makeEventListener(viewport, "resize", () => update(viewport));
}

function update({ height, scale }: VisualViewport): void {
  const { style } = document.documentElement;
  const isCovered = scale === 1 && height < window.innerHeight - 1; // otherwise the user has zoomed in
  if (isCovered) style.setProperty("--screen", `${height}px`);
  else style.removeProperty("--screen");
  if (isCovered) window.scrollTo(0, 0); // the browser has scrolled the page to show the text box, which is now visible without that
}
