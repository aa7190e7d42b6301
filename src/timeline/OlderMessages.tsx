/** The top of the message list: loads older messages before it comes into view, and marks a gap. */
import { createEffect, createMemo, onCleanup, onMount, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { useStatus } from "~/socket/SocketProvider";
import { strings } from "~/strings/current";
import "./OlderMessages.css";

/** The next page is requested when the top is this far above the view. */
const PRELOAD_DISTANCE = "600px";

export function OlderMessages() {
  const { timeline, pages } = useChannel();
  const status = useStatus();
  const canLoad = createMemo(() => status() === "online" && !timeline().skipped && !pages.loading());
  // Stays true through reconnect attempts, until the status is online
  const isOffline = createMemo((was: boolean) => (status() === "connecting" ? was : status() === "offline"), false);
  let top!: HTMLDivElement;

  onMount(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && pages.load("older"), {
      root: top.closest(".scroller"),
      rootMargin: `${PRELOAD_DISTANCE} 0px 0px`,
    });
    // Observing again reports the position again after layout: a tall window needs several pages
    createEffect(() => {
      observer.disconnect();
      if (canLoad()) observer.observe(top);
    });
    onCleanup(() => observer.disconnect());
  });

  return (
    <div ref={top} class="older quiet">
      <Show when={timeline().skipped}>
        <span>{strings().olderMessages.skipped} </span>
        <button onClick={() => pages.load("older")}>{strings().olderMessages.load}</button>
      </Show>
      <Show when={pages.loading() === "older"}>
        <span>{strings().olderMessages.loading}</span>
      </Show>
      <Show when={isOffline() && timeline().more}>
        <span>{strings().olderMessages.offline}</span>
      </Show>
    </div>
  );
}
