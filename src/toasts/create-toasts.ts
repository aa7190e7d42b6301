/** A short notice to the reader, which goes by itself, and may offer to undo what it tells of. */
import { createSignal, onCleanup } from "solid-js";

export interface Notice {
  text: string;
  undo?: () => void;
  /** Called when it goes without having been undone. */
  gone?: () => void;
}

/** Long enough to read it and to reach its button. */
const SHOWN = 6_000; // ms

export function createNotice() {
  const [notice, setNotice] = createSignal<Notice>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    clearTimeout(timer);
    const last = notice();
    setNotice(undefined);
    last?.gone?.();
  };
  const release = () => {
    clearTimeout(timer);
    timer = setTimeout(close, SHOWN);
  };
  onCleanup(() => clearTimeout(timer));

  return {
    notice,
    close,
    /** It stays while someone points at it or is in it, and goes some time after. */
    hold: () => clearTimeout(timer),
    release,
    tell(next: Notice): void {
      close();
      setNotice(next);
      release();
    },
    undo(): void {
      clearTimeout(timer);
      const last = notice();
      setNotice(undefined);
      last?.undo?.();
    },
  };
}
