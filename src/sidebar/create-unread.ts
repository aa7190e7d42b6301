/** The unread counts of the visited channels, requested now and then while the page is visible. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, createSignal, on, onCleanup, onMount, type Accessor } from "solid-js";
import { keepLastRead, lastRead, onReadInOtherTab } from "~/channel/read-state";
import { decodeUnreadAnswer, encodeUnreadQuery, type Unread } from "~/shared/unread";

const INTERVAL = 5 * 60_000; // ms
const MIN_INTERVAL = 10_000; // ms, however often the page is hidden and shown

const [counts, setCounts] = createSignal<ReadonlyMap<string, Unread>>(new Map());

export const hasUnread = (): boolean => [...counts().values()].some(({ n }) => n > 0);

/** Marks all that is counted as read, in this browser. */
export function markAllRead(): void {
  for (const [channel, { last }] of counts()) if (last) keepLastRead(channel, last);
  setCounts(new Map());
}

/** `channels` in order of importance: the first ones are counted. The `current` one has nothing unread. */
export function createUnread(
  channels: Accessor<readonly string[]>,
  current: Accessor<string>,
): (channel: string) => Unread | undefined {
  let requestedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout>;

  const request = async () => {
    const wait = requestedAt + MIN_INTERVAL - performance.now();
    clearTimeout(timer);
    timer = setTimeout(request, wait > 0 ? wait : INTERVAL);
    if (wait > 0 || document.visibilityState !== "visible" || !navigator.onLine) return;
    const others = channels().filter((channel) => channel !== current());
    const query = encodeUnreadQuery(others, lastRead);
    if (query === undefined) return;
    requestedAt = performance.now();
    const answer = await fetch(`/api/unread?details&${query}`).then(
      (response) => (response.ok ? response.json() : undefined),
      () => undefined, // offline: the timer requests again
    );
    if (answer !== undefined) setCounts(decodeUnreadAnswer(answer));
  };

  const clear = (channel: string) =>
    setCounts((counts) => (counts.has(channel) ? new Map([...counts].filter(([name]) => name !== channel)) : counts));

  onMount(() => {
    void request();
    makeEventListener(window, "online", () => void request());
    makeEventListener(document, "visibilitychange", () => void request());
    makeEventListener(window, "focus", () => void request());
    makeEventListener(document, "click", ({ target }) => void ((target as Element).closest(".drawer-button") && request()));
    onReadInOtherTab(clear);
    createEffect(on([current, channels], ([channel]) => (clear(channel), void request()), { defer: true })); // a linked device may add some
    onCleanup(() => clearTimeout(timer));
  });

  return (channel) => (channel === current() ? undefined : counts().get(channel));
}
