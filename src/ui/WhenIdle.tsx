/** What nobody waits for: shown, and with `onDemand` loaded, once the page is there and its browser at rest. */
import { createSignal, onCleanup, onMount, Show, type JSX } from "solid-js";

const WITHOUT_IDLE = 300; // ms: Safari does not say when it is at rest

export function Later(props: { children: JSX.Element }) {
  const [isTime, setTime] = createSignal(false);
  whenIdle(() => setTime(true));
  return <Show when={isTime()}>{props.children}</Show>;
}

/** For as long as the component that calls it is there. */
export function whenIdle(run: () => void): void {
  let isGone = false;
  const start = () => isGone || run();
  onMount(() => ("requestIdleCallback" in window ? requestIdleCallback(start) : setTimeout(start, WITHOUT_IDLE)));
  onCleanup(() => (isGone = true));
}
