/** The unread counts of the channels visited, asked for now and then while somebody looks at the page. */
import { createEffect, createSignal, on, onCleanup, onMount } from "solid-js";
import { lastRead, READ_KEY } from "~/channel/read-state";
import { decodeUnreadAnswer, encodeUnreadQuery } from "~/shared/unread";

const ASK_EVERY = 5 * 60_000; // ms
const ASK_AT_MOST_EVERY = 10_000; // ms, however often the page is hidden and shown

/** Of `channels`, the first ones count; nobody has anything unread in the `current` one. */
export function createUnread(channels: () => readonly string[], current: () => string): (channel: string) => number {
  const [counts, setCounts] = createSignal<ReadonlyMap<string, number>>(new Map());
  let askedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout>;

  const ask = async () => {
    const wait = askedAt + ASK_AT_MOST_EVERY - performance.now();
    clearTimeout(timer);
    timer = setTimeout(ask, wait > 0 ? wait : ASK_EVERY);
    if (wait > 0) return;
    const others = channels().filter((channel) => channel !== current());
    const query = document.visibilityState === "visible" && navigator.onLine && encodeUnreadQuery(others, lastRead);
    if (!query) return;
    askedAt = performance.now();
    const answer = await fetch(`/api/unread?${query}`).then(
      (response) => (response.ok ? response.json() : undefined),
      () => undefined, // offline: it is asked again
    );
    if (answer !== undefined) setCounts(decodeUnreadAnswer(answer));
  };

  const read = (channel: string) =>
    setCounts((counts) => (counts.has(channel) ? new Map([...counts].filter(([name]) => name !== channel)) : counts));

  onMount(() => {
    const left = new AbortController();
    const { signal } = left;
    void ask();
    window.addEventListener("online", () => void ask(), { signal });
    document.addEventListener("visibilitychange", () => void ask(), { signal });
    // Another tab of this browser shows the channel
    window.addEventListener("storage", ({ key }) => key?.startsWith(READ_KEY) && read(key.slice(READ_KEY.length)), { signal });
    onCleanup(() => {
      left.abort();
      clearTimeout(timer);
    });
    createEffect(on(current, (now) => (read(now), void ask()), { defer: true }));
  });

  return (channel) => (channel === current() ? 0 : (counts().get(channel) ?? 0));
}
