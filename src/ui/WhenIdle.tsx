/** Shows its children, and loads those made by `onDemand`, once the page is loaded and the browser is idle. */
import { createSignal, onCleanup, onMount, Show, type JSX } from "solid-js";

const FALLBACK_DELAY = 300; // ms; Safari has no requestIdleCallback
const LATEST = 3_000; // ms; a busy device is never idle

export function WhenIdle(props: { children: JSX.Element }) {
  const [isIdle, setIdle] = createSignal(false);
  whenIdle(() => setIdle(true));
  return <Show when={isIdle()}>{props.children}</Show>;
}

/** Runs `run` when the browser is idle, unless the calling component is gone by then. */
export function whenIdle(run: () => void): void {
  let isDisposed = false;
  const start = () => isDisposed || run();
  onMount(() =>
    "requestIdleCallback" in window ? requestIdleCallback(start, { timeout: LATEST }) : setTimeout(start, FALLBACK_DELAY),
  );
  onCleanup(() => (isDisposed = true));
}
