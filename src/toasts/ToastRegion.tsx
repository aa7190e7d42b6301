/** Where short notices are shown, above the composer, and said politely. Ctrl+Z undoes what one tells of. */
import { onCleanup, onMount, Show } from "solid-js";
import type { Chat } from "~/channel/create-channel";
import { isWriting } from "~/keyboard/focus";
import { isCommand } from "~/keyboard/keys";
import { onDemand } from "~/ui/on-demand";
import "./ToastRegion.css";

export const NoticeLine = onDemand(import.meta.env.SSR || (() => import("./Toast").then((module) => module.NoticeLine)));

export function Notice(props: { chat: Chat }) {
  const { notice, undo } = props.chat.notices;

  onMount(() => {
    const left = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isCommand(event, "z") || !notice()?.undo || isWriting(event.target)) return; // what is written has an undo of its own
      event.preventDefault();
      undo();
    };
    document.addEventListener("keydown", onKeyDown, left);
    onCleanup(() => left.abort());
  });

  return (
    <output class="notices">
      <Show when={notice()}>{(shown) => <NoticeLine notice={shown()} chat={props.chat} />}</Show>
    </output>
  );
}
