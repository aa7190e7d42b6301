/** Loads the next page of the history before an end of the list comes into view. */
import { createEffect, createMemo, onCleanup, onMount } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { useStatus } from "~/socket/SocketProvider";

/** The next page is requested when the end is this far outside of the view. */
const PRELOAD_DISTANCE = "600px";

/** `mark` is an element at that end, in the scroller. */
export function loadAtEnd(end: "older" | "newer", mark: () => HTMLElement): void {
  const { pages, timeline } = useChannel();
  const status = useStatus();
  const canLoad = createMemo(() => status() === "online" && !timeline().skipped && !pages.loading());

  onMount(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && pages.load(end), {
      root: mark().closest(".scroller"),
      rootMargin: `${PRELOAD_DISTANCE} 0px`,
    });
    // Observing again reports the position again after layout: a tall window needs several pages
    createEffect(() => {
      observer.disconnect();
      if (canLoad()) observer.observe(mark());
    });
    onCleanup(() => observer.disconnect());
  });
}
