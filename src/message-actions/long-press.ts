/**
 * A long press on a message opens its menu, in browsers that send no `contextmenu` event for it. For the others, see `onContextMenu` in
 * keyboard-navigation.ts. What opens is `openMenu` in MessageActions.tsx.
 */
import { makeEventListener } from "@solid-primitives/event-listener";
import { onCleanup } from "solid-js";
import { isLink, rowOf } from "./keyboard-navigation";

const LONG_PRESS_AFTER = 500; // ms
const MAX_MOVEMENT = 10; // px; further, and the finger scrolls

/** Listens for as long as the calling component lives. `open` is given the pressed row, the place and the pressed element. */
export function listenForLongPress(
  list: HTMLElement,
  open: (row: HTMLElement, at: DOMRect, on: EventTarget | null) => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed: HTMLElement | undefined;
  let wasLong = false;
  let [x, y] = [0, 0];

  const end = () => {
    clearTimeout(timer);
    pressed?.classList.remove("pressed");
    pressed = undefined;
  };

  const start = (event: PointerEvent) => {
    end();
    wasLong = false;
    const row = rowOf(event.target);
    if (event.pointerType !== "touch" || !event.isPrimary || !row || isLink(event.target)) return;
    [x, y] = [event.clientX, event.clientY];
    pressed = row;
    row.classList.add("pressed"); // disables text selection
    timer = setTimeout(() => {
      wasLong = true;
      open(row, new DOMRect(x, y), event.target);
    }, LONG_PRESS_AFTER);
  };

  makeEventListener(list, "pointerdown", start, { passive: true });
  // The click that follows the lifted finger would close the menu at once
  makeEventListener(list, "touchend", (event) => wasLong && event.preventDefault(), { passive: false });
  makeEventListener(list, "pointermove", ({ clientX, clientY }) => Math.hypot(clientX - x, clientY - y) > MAX_MOVEMENT && end(), {
    passive: true,
  });
  for (const type of ["pointerup", "pointercancel", "scroll"] as const) makeEventListener(list, type, end, { passive: true });
  onCleanup(end);
}
