/** The upper end of the message list: loads what is older as it comes into view, and says where something was left out. */
import { createEffect, createMemo, onCleanup, onMount, Show } from "solid-js";
import type { Chat } from "~/channel/create-channel";
import { useStatus } from "~/socket/SocketProvider";
import { strings } from "~/strings";
import "./OlderMessages.css";

/** How far above the view the next page is asked for. */
const AHEAD = "600px";

export function OlderMessages(props: { chat: Chat }) {
  const status = useStatus();
  const ready = createMemo(() => status() === "online" && !props.chat.timeline().skipped && !props.chat.loadingOlder());
  // Until it is online again, however often that is tried meanwhile
  const isOffline = createMemo((was: boolean) => (status() === "connecting" ? was : status() === "offline"), false);
  let end!: HTMLDivElement;

  onMount(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && props.chat.loadOlder(), {
      root: end.closest(".scroller"),
      rootMargin: `${AHEAD} 0px 0px`,
    });
    // Observing anew asks anew where the end is, once it is laid out: a tall window takes several pages
    createEffect(() => {
      observer.disconnect();
      if (ready()) observer.observe(end);
    });
    onCleanup(() => observer.disconnect());
  });

  return (
    <div ref={end} class="older quiet">
      <Show when={props.chat.timeline().skipped}>
        {strings.olderMessages.skipped} <button onClick={() => props.chat.loadOlder()}>{strings.olderMessages.load}</button>
      </Show>
      <Show when={props.chat.loadingOlder()}>{strings.olderMessages.loading}</Show>
      <Show when={isOffline() && props.chat.timeline().more}>{strings.olderMessages.offline}</Show>
    </div>
  );
}
