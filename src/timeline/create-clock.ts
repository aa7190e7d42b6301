/** The clock of the rows: the one that the server rendered with, then this browser's, a new one for each day and time zone. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, createSignal, onCleanup, onMount, type Accessor } from "solid-js";
import { pageLocale } from "~/strings/load";
import { clock, QUARTER, type Clock } from "~/ui/clock";
import { serverTime } from "~/ui/server-time";

/** No event reports that the time zone has changed. */
const CHECK_INTERVAL = 30_000; // ms

/** `locale` and `timeZone` are what the server knows of the visitor. */
export function createClock(locale: string | undefined, timeZone: string | undefined): Accessor<Clock> {
  const [time, setTime] = createSignal(clock(locale ?? pageLocale(), timeZone));
  let timer: ReturnType<typeof setTimeout>;
  let shown: string;
  const check = () => {
    const now = serverTime();
    const next = clock(pageLocale(), undefined, now);
    const dayAndZone = next.day(now) + new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (dayAndZone !== shown) setTime(() => next);
    shown = dayAndZone;
    clearTimeout(timer);
    timer = setTimeout(check, Math.min(CHECK_INTERVAL, QUARTER - (now % QUARTER)));
  };
  createEffect(check); // again when a welcome tells the server's time
  onMount(() => makeEventListener(document, "visibilitychange", check)); // timers do not run while the machine sleeps
  onCleanup(() => clearTimeout(timer));
  return time;
}
