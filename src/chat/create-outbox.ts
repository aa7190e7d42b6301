/** A channel's outbox as the components see it, for as long as the page shows the channel. */
import { batch, createSignal, onCleanup, onMount } from "solid-js";
import type { Refusal } from "~/protocol";
import type { StrongSocket } from "~/socket/StrongSocket";
import { Outbox, type Unsent } from "./Outbox";
import { browserStore } from "./outbox-store";
import { BrowserTabs } from "./tabs";

export function createOutbox(socket: StrongSocket) {
  const [unsent, setUnsent] = createSignal<readonly Unsent[]>([]);
  const [delay, setDelay] = createSignal<Refusal>();
  const outbox = new Outbox({
    send: (event) => socket.send(event),
    changed: (entries, delay) =>
      batch(() => {
        setUnsent(entries);
        setDelay(delay);
        if (outbox.atRisk) window.addEventListener("beforeunload", warn);
        else window.removeEventListener("beforeunload", warn);
      }),
    store: browserStore(socket.path),
    tabs: new BrowserTabs(socket.path),
  });

  onMount(() => {
    const left = new AbortController();
    const { signal } = left;
    void outbox.load();
    window.addEventListener("pagehide", () => outbox.close(), { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && void outbox.load(), { signal });
    onCleanup(() => {
      left.abort();
      outbox.close();
      window.removeEventListener("beforeunload", warn);
    });
  });

  return {
    outbox,
    unsent,
    /** Why the first of them waits although the channel is there. */
    delay,
  };
}

/** Lets the browser ask before a page is left that alone has what was written. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
