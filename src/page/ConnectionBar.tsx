/** The connection bar, over the messages: shown while there is trouble, and for a moment after it. */
import { createEffect, createMemo, createSignal, on, onCleanup, Show } from "solid-js";
import { connectionMessage } from "./connection-message";
import { useSocket, useStatus } from "~/socket/SocketProvider";
import { strings } from "~/strings";
import "./ConnectionBar.css";

const SHOW_AFTER = 1_000; // ms; most trouble is over by then
const BACK_SHOWN_FOR = 3_000; // ms

export function ConnectionBar(props: { unsent: number }) {
  const socket = useSocket();
  const status = useStatus();
  const [shown, setShown] = createSignal<"trouble" | "closed" | "back">();
  const [wasOnline, setWasOnline] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  // The delay counts from the beginning of the trouble, not from the latest attempt
  const isOnline = createMemo(() => status() === "online");
  const isFirstAttempt = createMemo((was: boolean) => was && status() === "connecting", true); // never true again, or the text would flicker
  const isClosed = createMemo(() => status() !== "online" && socket.closedFor !== undefined);

  let button: HTMLButtonElement | undefined;
  const show = (what: ReturnType<typeof shown>) => {
    const hadFocus = button !== undefined && document.activeElement === button;
    setShown(what);
    if (hadFocus) queueMicrotask(() => button?.isConnected || document.getElementById("channel")?.focus());
  };
  const showLater = (what: ReturnType<typeof shown>, after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(what), after);
  };

  createEffect(
    on([isOnline, isClosed], ([isOnline, isClosed]) => {
      if (isOnline) {
        show(shown() && wasOnline() ? "back" : undefined);
        setWasOnline(true);
        showLater(undefined, BACK_SHOWN_FOR);
      } else if (isClosed) showLater("closed", 0);
      else if (shown() !== "trouble") showLater("trouble", SHOW_AFTER);
    }),
  );

  const message = () => {
    if (shown() === "back") return strings.connection.back;
    return connectionMessage({
      isFirstAttempt: isFirstAttempt(),
      closedFor: socket.closedFor?.reason,
      unsent: props.unsent,
    });
  };

  return (
    <output class="connection-bar">
      <Show when={shown()}>
        <span class="connection-words" classList={{ back: shown() === "back" }}>
          {message()}
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
