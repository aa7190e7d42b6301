/** Older messages, asked for a page at a time (W8). */
import { createSignal, onCleanup } from "solid-js";
import { PAGE_SIZE, type ClientEvent, type Refusal } from "~/shared/protocol";
import type { Timeline } from "./timeline";

const RETRY_AFTER = 1_000; // ms, where a refusal does not say

export function createPaging(timeline: () => Timeline, send: (event: ClientEvent) => boolean) {
  const [loading, setLoading] = createSignal(false);
  const settle = () => void setLoading(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  return {
    /** Whether a page is on its way. */
    loading,
    /** Asks for the page before the oldest message here, if there is one and none is on its way. */
    loadOlder(): void {
      const { messages, more } = timeline();
      const oldest = messages[0];
      if (!more || !oldest || loading()) return;
      setLoading(send({ t: "history", d: { before: oldest.id, limit: PAGE_SIZE } }));
    },
    /** A page came, or never will: the socket that was asked is gone. */
    settle,
    /** Something was refused. What has no cid may have been the page: in a while it is asked for again, if it is still wanted. */
    refused({ cid, retryAfter = RETRY_AFTER }: Refusal): void {
      if (cid !== undefined) return;
      clearTimeout(timer);
      timer = setTimeout(settle, retryAfter);
    },
  };
}
