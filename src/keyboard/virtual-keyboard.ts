/** Keeps the composer above a keyboard on screen, in browsers that lay it over the page (iOS; others heed `interactive-widget`). */

/** Sets `--screen` to the height that is left, for as long as some is covered. Browser only. */
export function followKeyboard(signal: AbortSignal): void {
  const viewport = window.visualViewport;
  viewport?.addEventListener("resize", () => follow(viewport), { signal });
}

function follow({ height, scale }: VisualViewport): void {
  const { style } = document.documentElement;
  const isCovered = scale === 1 && height < window.innerHeight - 1; // else somebody zooms
  if (isCovered) style.setProperty("--screen", `${height}px`);
  else style.removeProperty("--screen");
  if (isCovered) window.scrollTo(0, 0); // the browser has moved the page to show the box, which now shows by itself
}
