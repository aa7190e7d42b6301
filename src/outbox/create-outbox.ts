/** Ties an outbox to the page: its entries as signals, its life from load to `pagehide`, and what the storage does not take. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { batch, createSignal, onCleanup, onMount } from "solid-js";
import { isServer } from "solid-js/web";
import type { Refusal } from "~/shared/protocol";
import type { StrongSocket } from "~/socket/StrongSocket";
import { keepUnsaved } from "~/ui/unsaved";
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

/** The queues of channels that were left, by name: what the storage has not taken waits in them for the next visit of this page. */
const left = new Map<string, Pick<SendQueue<Entry>, "unstored">>();

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
        keepUnsaved(name, outbox.queue.atRisk); // also after the channel was left
      }),
    store: browserStore<T>(name, setKept),
    tabs: new BrowserTabs(name),
  });

  if (!isServer) {
    // Not in onMount: the socket's own `pagehide` listener closes the socket, and must run after this one.
    // Some browsers ignore `capture` on window.
    makeEventListener(window, "pagehide", () => outbox.close());
    makeEventListener(window, "pageshow", ({ persisted }) => persisted && void outbox.load());
    onMount(() => {
      void outbox.load();
      outbox.queue.restore((left.get(name)?.unstored ?? []) as readonly T[]);
    });
    onCleanup(() => {
      outbox.close();
      left.set(name, outbox.queue);
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
