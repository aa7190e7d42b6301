/** Ties an outbox to the page: its entries as signals, its life from load to `pagehide`, and the warning before unsaved text is lost. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { batch, createSignal, onCleanup, onMount } from "solid-js";
import { isServer } from "solid-js/web";
import type { Refusal } from "~/shared/protocol";
import type { StrongSocket } from "~/socket/StrongSocket";
import { browserStore } from "./storage";
import type { Entry, QueueConnections, SendQueue } from "./SendQueue";
import { BrowserTabs } from "./tabs";

interface Outbox<T extends Entry> {
  readonly queue: SendQueue<T>;
  /** Loads the entries of earlier pages, then starts to send. */
  load(): Promise<void>;
  /** Sends what still waits, as the page goes away. */
  close(): void;
}

/** `name` identifies the list in this browser's storage and among its tabs. `make` is given the connections of its queue. */
export function createOutbox<T extends Entry, O extends Outbox<T>>(
  socket: StrongSocket,
  name: string,
  make: (connections: Required<QueueConnections<T>>) => O,
) {
  const [entries, setEntries] = createSignal<readonly T[]>([]);
  const [delay, setDelay] = createSignal<Refusal>();
  const [isKept, setKept] = createSignal(true);
  const outbox = make({
    send: socket.send.bind(socket),
    onChange: (entries, delay) =>
      batch(() => {
        setEntries(entries);
        setDelay(delay);
        warnIf(outbox.queue.atRisk);
      }),
    store: browserStore<T>(name, setKept),
    tabs: new BrowserTabs(name),
  });

  /** While text exists in this page alone, the browser asks before the page is left. */
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  const warnIf = (atRisk: boolean) =>
    atRisk ? window.addEventListener("beforeunload", warn) : window.removeEventListener("beforeunload", warn);

  if (!isServer) {
    // Not in onMount: the socket's own `pagehide` listener closes the socket, and must run after this one.
    // Some browsers ignore `capture` on window.
    makeEventListener(window, "pagehide", () => outbox.close());
    makeEventListener(window, "pageshow", ({ persisted }) => persisted && void outbox.load());
    onMount(() => void outbox.load());
    onCleanup(() => {
      outbox.close();
      warnIf(false);
    });
  }

  return {
    outbox,
    entries,
    /** The error because of which the first entry waits while the channel is online. */
    delay,
    /** Whether this browser stores what is not sent yet. */
    isKept,
  };
}
