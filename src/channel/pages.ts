/** Loads older messages, one page of history at a time (W8). */
import { createSignal, onCleanup } from "solid-js";
import { randomId } from "~/outbox/random-id";
import { PAGE_SIZE, type ClientEvent, type ServerEvent } from "~/shared/protocol";
import type { Timeline } from "./timeline";

/** After this time without an answer, the reader can ask again. */
const ANSWER_TIMEOUT = 15_000; // ms
const RETRY_AFTER = 1_000; // ms, if the error names no time

export function createOlderMessages(timeline: () => Timeline, send: (event: ClientEvent) => boolean) {
  const [loading, setLoading] = createSignal(false);
  let request: { ref: string; before: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const finish = () => {
    clearTimeout(timer);
    request = undefined;
    setLoading(false);
  };
  const finishAfter = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(finish, ms);
  };
  onCleanup(() => clearTimeout(timer));
  return {
    /** Whether a page is requested and not here yet. */
    loading,
    /** Requests the page before the oldest loaded message, if there is one and none is requested. */
    load(): void {
      const { messages, more } = timeline();
      const oldest = messages[0];
      if (!more || !oldest || loading()) return;
      const ref = randomId();
      if (!send({ t: "history", d: { before: oldest.id, limit: PAGE_SIZE }, ref })) return;
      request = { ref, before: oldest.id };
      setLoading(true);
      finishAfter(ANSWER_TIMEOUT);
    },
    /** Folds an event: the page that answers the request, its error, or a welcome, after which no answer comes. */
    receive(event: ServerEvent): void {
      if (!request) return;
      if (event.t === "welcome" || (event.t === "page" && event.d.before === request.before)) finish();
      else if (event.t === "error" && event.d.ref === request.ref) finishAfter(event.d.retryAfter ?? RETRY_AFTER);
    },
  };
}
