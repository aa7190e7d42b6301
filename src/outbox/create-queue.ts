/** A queue of what is to be sent as the components see it, for as long as the page shows its channel. */
import { batch, createSignal, onCleanup, onMount } from "solid-js";
import { isServer } from "solid-js/web";
import type { Refusal } from "~/shared/protocol";
import type { StrongSocket } from "~/socket/StrongSocket";
import { browserStore } from "./storage";
import type { QueueOptions, SendQueue, Waiting } from "./SendQueue";
import { BrowserTabs } from "./tabs";

interface CreateQueueOptions<T extends Waiting, Q> {
  socket: StrongSocket;
  /** What its tabs and its store know it by. */
  name: string;
  make: (options: Required<QueueOptions<T>>) => Q;
  /** Called when the page goes, while there is still something to be added. */
  leaving?: () => void;
}

export function createQueue<T extends Waiting, Q extends SendQueue<T>>(options: CreateQueueOptions<T, Q>) {
  const { socket, name, make, leaving } = options;
  const [entries, setEntries] = createSignal<readonly T[]>([]);
  const [delay, setDelay] = createSignal<Refusal>();
  const queue = make({
    send: (event) => socket.send(event),
    changed: (entries, delay) =>
      batch(() => {
        setEntries(entries);
        setDelay(delay);
        warnIf(queue.atRisk);
      }),
    store: browserStore<T>(name),
    tabs: new BrowserTabs(name),
  });

  /** Lets the browser ask before a page is left that alone has what was written. */
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  const warnIf = (atRisk: boolean) =>
    atRisk ? window.addEventListener("beforeunload", warn) : window.removeEventListener("beforeunload", warn);

  if (!isServer) {
    const left = new AbortController();
    const close = () => {
      leaving?.();
      queue.close();
    };
    // Not on mount: then the socket hears first that the page goes, and closes. Some browsers heed no `capture` here.
    window.addEventListener("pagehide", close, left);
    window.addEventListener("pageshow", ({ persisted }) => persisted && void queue.load(), left);
    onMount(() => void queue.load());
    onCleanup(() => {
      left.abort();
      close();
      warnIf(false);
    });
  }

  return {
    queue,
    entries,
    /** Why the first of them waits although the channel is there. */
    delay,
  };
}
