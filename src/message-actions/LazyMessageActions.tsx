/** What can be done on messages, for the whole list at once: loaded when the page has time, or someone points at the list. */
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { Chat } from "~/channel/create-channel";
import { onDemand } from "~/ui/on-demand";

const MessageActions = onDemand(
  import.meta.env.SSR || (() => import("./MessageActions").then((module) => module.MessageActions)),
);

const EVENTS = ["pointermove", "pointerdown", "pointerup", "pointercancel", "focusin", "keydown"];
const IDLE_WITHIN = 3_000; // ms

export function RowActions(props: { chat: Chat; list: () => HTMLElement }) {
  const [wanted, setWanted] = createSignal(false);
  let last: Event | undefined; // what was done before there was anyone to hear it is done again
  onMount(() => {
    const left = new AbortController();
    const note = (event: Event) => {
      last = event;
      setWanted(true);
    };
    for (const type of EVENTS) props.list().addEventListener(type, note, { signal: left.signal, passive: true });
    const idle = setTimeout(() => setWanted(true), IDLE_WITHIN);
    onCleanup(() => {
      left.abort();
      clearTimeout(idle);
    });
  });
  return (
    <Show when={wanted()}>
      <MessageActions
        chat={props.chat}
        list={props.list()}
        ready={() => {
          const { target } = last ?? {};
          if (last && target) target.dispatchEvent(new (last.constructor as typeof Event)(last.type, last));
        }}
      />
    </Show>
  );
}
