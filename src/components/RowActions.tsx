/** What can be done on messages, for the whole list at once: loaded when the page has time, or someone points at the list. */
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { Chat } from "~/chat/create-chat";
import { later } from "./later";

const MessageActions = later(() => import("./MessageActions").then((module) => module.MessageActions));

const IDLE_WITHIN = 3_000; // ms

export function RowActions(props: { chat: Chat; list: () => HTMLElement }) {
  const [wanted, setWanted] = createSignal<Event | true>();
  onMount(() => {
    const left = new AbortController();
    for (const type of ["pointerover", "focusin"])
      props.list().addEventListener(type, (event) => setWanted((wanted) => wanted ?? event), left);
    const idle = setTimeout(() => setWanted((wanted) => wanted ?? true), IDLE_WITHIN);
    onCleanup(() => {
      left.abort();
      clearTimeout(idle);
    });
  });
  return (
    <Show when={wanted() !== undefined}>
      <MessageActions chat={props.chat} list={props.list()} first={wanted()!} />
    </Show>
  );
}
