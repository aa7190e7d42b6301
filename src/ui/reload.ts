/** Reloads the page from code, after saving what a reload would lose. */
import { onCleanup } from "solid-js";

let keep: (() => void) | undefined;

/** `run` is called before a reload, until the caller's owner is disposed of. */
export function beforeReload(run: () => void): void {
  keep = run;
  onCleanup(() => (keep = undefined));
}

export function reload(): void {
  keep?.();
  location.reload();
}
