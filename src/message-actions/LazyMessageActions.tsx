/** Loads the message actions when the page has time, or when the user first points at the list or focuses it. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { onDemand } from "~/ui/on-demand";

const MessageActions = onDemand(
  import.meta.env.SSR || (() => import("./MessageActions").then((module) => module.MessageActions)),
);

const EVENTS = ["pointermove", "pointerdown", "pointerup", "pointercancel", "focusin", "keydown"] as const;
const LOAD_AFTER = 3_000; // ms

export function LazyMessageActions(props: { list: () => HTMLElement }) {
  const [isWanted, setWanted] = createSignal(false);
  let last: Event | undefined; // dispatched again once the actions listen
  onMount(() => {
    const onEvent = (event: Event) => {
      last = event;
      setWanted(true);
    };
    for (const type of EVENTS) makeEventListener(props.list(), type, onEvent, { passive: true });
    const timer = setTimeout(() => setWanted(true), LOAD_AFTER);
    onCleanup(() => clearTimeout(timer));
  });
  const replay = () => last?.target?.dispatchEvent(new (last.constructor as typeof Event)(last.type, last));
  return (
    <Show when={isWanted()}>
      <MessageActions list={props.list()} onReady={replay} />
    </Show>
  );
}
