/** A finger that rests on a message opens its menu, in browsers that do not tell of it by `contextmenu` too. */
import { isLink, rowOf } from "./keyboard-navigation";

const LONG = 500; // ms
const STILL = 10; // px; further, and it scrolls

export function followLongPress(
  list: HTMLElement,
  open: (row: HTMLElement, at: DOMRect, on: EventTarget | null) => void,
  signal: AbortSignal,
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
  const on = <T extends keyof HTMLElementEventMap>(type: T, then: (event: HTMLElementEventMap[T]) => void) =>
    list.addEventListener(type, then, { signal, passive: true });

  on("pointerdown", (event) => {
    end();
    wasLong = false;
    const row = rowOf(event.target);
    if (event.pointerType !== "touch" || !event.isPrimary || !row || isLink(event.target)) return;
    [x, y] = [event.clientX, event.clientY];
    pressed = row;
    row.classList.add("pressed"); // so that no text is selected meanwhile
    timer = setTimeout(() => {
      wasLong = true;
      open(row, new DOMRect(x, y), event.target);
    }, LONG);
  });
  // The click that a browser makes of a lifted finger would close what has just been opened
  list.addEventListener("touchend", (event) => wasLong && event.preventDefault(), { signal, passive: false });
  on("pointermove", (event) => Math.hypot(event.clientX - x, event.clientY - y) > STILL && end());
  on("pointerup", end);
  on("pointercancel", end);
  on("scroll", end);
  signal.addEventListener("abort", end);
}
