/** The end of a place in the past: loads newer messages before it comes into view. */
import { createEffect, createMemo, onCleanup, onMount } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { useStatus } from "~/socket/SocketProvider";

/** The next page is requested when the end is this far below the view. */
const PRELOAD_DISTANCE = "600px";

export function NewerMessages() {
  const { pages } = useChannel();
  const status = useStatus();
  const canLoad = createMemo(() => status() === "online" && !pages.loading());
  let end!: HTMLDivElement;

  onMount(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && pages.load("newer"), {
      root: end.closest(".scroller"),
      rootMargin: `0px 0px ${PRELOAD_DISTANCE}`,
    });
    createEffect(() => {
      observer.disconnect();
      if (canLoad()) observer.observe(end); // again: reports the position after layout
    });
    onCleanup(() => observer.disconnect());
  });

  return <div ref={end} />;
}
