/** The toast on screen: a short notice that goes away by itself and may offer undo. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createSignal, onCleanup } from "solid-js";
import { isServer } from "solid-js/web";

export interface ToastContent {
  text: string;
  undo?: () => void;
  /** Called when the toast goes away without undo. */
  onClose?: () => void;
}

/** Long enough to read the toast and to reach its button. */
const SHOWN_FOR = 6_000; // ms

export type Toasts = ReturnType<typeof createToasts>;

export function createToasts() {
  const [current, setCurrent] = createSignal<ToastContent>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const clear = () => {
    clearTimeout(timer);
    const last = current();
    setCurrent(undefined);
    return last;
  };
  const close = () => clear()?.onClose?.();
  const resume = () => {
    clearTimeout(timer);
    timer = setTimeout(close, SHOWN_FOR);
  };
  onCleanup(() => clearTimeout(timer));

  if (!isServer) {
    /** Nobody can undo on a page that is hidden or left: what waits for that is done now. */
    const finish = () => current()?.undo && close();
    makeEventListener(document, "visibilitychange", () => document.hidden && finish());
    makeEventListener(window, "pagehide", finish);
  }

  return {
    current,
    /** Shows a toast in place of the current one. */
    show(toast: ToastContent): void {
      close();
      setCurrent(toast);
      resume();
    },
    close,
    undo: () => clear()?.undo?.(),
    /** Keeps the toast on screen, for as long as the pointer or the focus is on it. */
    pause: () => clearTimeout(timer),
    resume,
  };
}
