/** Loads what comes before or after the loaded messages, one page of history at a time (W8, W31). */
import { createSignal, onCleanup } from "solid-js";
import { randomId } from "~/outbox/random-id";
import { PAGE_SIZE, type ClientEvent, type ServerEvent } from "~/shared/protocol";
import type { Timeline } from "./timeline";

/** After this time without an answer, the reader can ask again. */
const ANSWER_TIMEOUT = 15_000; // ms
const RETRY_AFTER = 1_000; // ms, if the error names no time

/** An end of the loaded messages. */
type End = "older" | "newer";

export function createPages(timeline: () => Timeline, send: (event: ClientEvent) => boolean) {
  const [loading, setLoading] = createSignal<End>();
  let request: { ref: string; before?: number; after?: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const finish = () => {
    clearTimeout(timer);
    request = undefined;
    setLoading(undefined);
  };
  const finishAfter = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(finish, ms);
  };
  onCleanup(() => clearTimeout(timer));
  return {
    /** At which end a page is requested and not here yet. */
    loading,
    /** Requests the next page at the beginning or the end of the loaded messages, if there is one and none is requested. */
    load(end: End): void {
      const { messages, more, newer } = timeline();
      const next = end === "older" ? messages[0] : messages.at(-1);
      if (!next || loading() || !(end === "older" ? more : newer)) return;
      const ref = randomId();
      const place = end === "older" ? { before: next.id } : { after: next.id };
      if (!send({ t: "history", d: { ...place, limit: PAGE_SIZE }, ref })) return;
      request = { ref, ...place };
      setLoading(end);
      finishAfter(ANSWER_TIMEOUT);
    },
    /** Folds an event: the page that answers the request, its error, or a welcome, after which no answer comes. */
    receive(event: ServerEvent): void {
      if (!request) return;
      if (event.t === "welcome" || (event.t === "page" && event.d.before === request.before && event.d.after === request.after))
        finish();
      else if (event.t === "error" && event.d.ref === request.ref) finishAfter(event.d.retryAfter ?? RETRY_AFTER);
    },
  };
}
