/** Keeps the focus in the list if the focused element is removed. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect } from "solid-js";

/**
 * The element may be a reaction that is taken back, a rejected edit that is discarded, or a row that leaves the virtual window.
 * `readChanges` reads what can remove elements.
 */
export function keepFocus(scroller: HTMLElement, readChanges: () => unknown): void {
  let focused: Element | undefined;
  let row: HTMLElement | null = null;
  makeEventListener(scroller, "focusin", ({ target }) => {
    focused = target as Element;
    row = focused.closest<HTMLElement>(".message");
  });
  createEffect(() => {
    readChanges();
    if (!focused || focused.isConnected) return;
    focused = undefined;
    if (document.activeElement === document.body) (row?.isConnected ? row : scroller).focus({ preventScroll: true });
  });
}
