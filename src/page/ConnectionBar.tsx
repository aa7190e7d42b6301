/** What there is to say about the connection, over the messages and moving none: nothing when all is well. */
import { createEffect, createMemo, createSignal, on, onCleanup, Show } from "solid-js";
import { connectionWords } from "./connection-message";
import { useSocket, useStatus } from "~/socket/SocketProvider";
import { strings } from "~/strings";
import "./ConnectionBar.css";

const WORTH_SAYING_AFTER = 1_000; // ms: most troubles are over by then
const BACK_SAID_FOR = 3_000; // ms

export function ConnectionBar(props: { waiting: number }) {
  const socket = useSocket();
  const status = useStatus();
  const [shown, setShown] = createSignal<"trouble" | "closed" | "back">();
  const [wasOnline, setWasOnline] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  // Trouble counts from its beginning, however often it is tried anew meanwhile
  const isOnline = createMemo(() => status() === "online");
  const isFirstTry = createMemo((was: boolean) => was && status() === "connecting", true); // once is enough, or the words would flicker
  const isClosed = createMemo(() => status() !== "online" && socket.closedFor !== undefined);

  let button: HTMLButtonElement | undefined;
  const show = (what: ReturnType<typeof shown>) => {
    const hadFocus = button !== undefined && document.activeElement === button;
    setShown(what);
    if (hadFocus) queueMicrotask(() => button?.isConnected || document.getElementById("channel")?.focus());
  };
  const later = (what: ReturnType<typeof shown>, after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(what), after);
  };

  createEffect(
    on([isOnline, isClosed], ([isOnline, isClosed]) => {
      if (isOnline) {
        show(shown() && wasOnline() ? "back" : undefined);
        setWasOnline(true);
        later(undefined, BACK_SAID_FOR);
      } else if (isClosed) later("closed", 0);
      else if (shown() !== "trouble") later("trouble", WORTH_SAYING_AFTER);
    }),
  );

  const words = () => {
    if (shown() === "back") return strings.connection.back;
    return connectionWords({ isFirstTry: isFirstTry(), closedFor: socket.closedFor?.reason, waiting: props.waiting });
  };

  return (
    <output class="connection-bar">
      <Show when={shown()}>
        <span class="connection-words" classList={{ back: shown() === "back" }}>
          {words()}
          <Show when={shown() === "trouble"}>
            <button type="button" ref={(element) => (button = element)} onClick={() => socket.retryNow()}>
              {strings.connection.tryNow}
            </button>
          </Show>
        </span>
      </Show>
    </output>
  );
}
