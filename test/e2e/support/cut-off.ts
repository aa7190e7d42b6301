/** Finds words of the page that are cut off, or lie outside of the window. */
import type { Page } from "playwright-core";

/** Each as its element and its text. People's own texts, names and links may be cut, and code scrolls. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const isVisuallyHidden = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== "none" || isVisuallyHidden(element.parentElement));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const own = text.parentElement!;
      if (
        !text.nodeValue!.trim() ||
        own.closest('script, style, noscript, .drawer-button, .outdated-browser, pre, [lang=""], .head-name, .quote')
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right, width } = range.getBoundingClientRect();
      if (width === 0 || !own.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (isVisuallyHidden(own)) continue;
      let isCut = left < -1 || right > innerWidth + 1;
      for (let element: Element | null = own; element && element !== document.body && !isCut; element = element.parentElement) {
        const { overflowX } = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (overflowX !== "visible" && overflowX !== "auto" && overflowX !== "scroll")
          isCut = left < box.left - 1 || right > box.right + 1;
        if (element.matches("dialog:modal")) break; // it is above all others, which cut nothing off it
      }
      if (isCut) found.push(`${own.tagName.toLowerCase()}.${own.className}: ${text.nodeValue}`);
    }
    for (const control of document.querySelectorAll<HTMLElement>("button:not(.drawer-button), select"))
      if (control.checkVisibility() && control.scrollWidth > control.clientWidth + 1)
        found.push(`${control.className}: wider than its button: ${control.textContent}`);
    if (document.documentElement.scrollWidth > innerWidth) found.push("the page is wider than the window");
    return found;
  });
}
