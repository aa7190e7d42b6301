/** The connection bar, over the messages: shown while there is trouble and for a moment after it, and if the page has a newer build. */
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from "solid-js";
import { lastUpdate } from "~/away/create-kept";
import { useChannel, useViewport } from "~/channel/ChannelProvider";
import { useComposer } from "~/composer/ComposerProvider";
import { useSocket, useStatus } from "~/socket/SocketProvider";
import { onDemandStrings } from "~/strings/current";
import { useToasts } from "~/toasts/ToastProvider";
import { beforeReload, reload } from "~/ui/reload";
import { connectionMessage } from "./connection-message";
import { createNewBuild } from "./create-new-build";
import { createPolling } from "./create-polling";
import { followRefusal } from "./follow-refusal";
import { keepPlace, restorePlace } from "./place";
import { reloadWhileUnused } from "./reload-while-unused";
import "./ConnectionBar.css";

const connectionBar = () => onDemandStrings().connectionBar;

const SHOW_AFTER = 1_000; // ms; most trouble is over by then
const BACK_SHOWN_FOR = 3_000; // ms

export function ConnectionBar(props: { unsent: number }) {
  const socket = useSocket();
  const status = useStatus();
  const page = { channel: useChannel(), viewport: useViewport(), composer: useComposer() };
  const { newBuild, compare } = createNewBuild(socket, status);
  const obstacle = createPolling(socket, status, page.channel, compare);
  const toasts = useToasts();
  followRefusal(socket, status, page.channel, () => toasts.show({ text: onDemandStrings().refused.over }));
  beforeReload(() => keepPlace(page));
  reloadWhileUnused(newBuild, page);
  const [shown, setShown] = createSignal<"trouble" | "closed" | "back">();
  const [wasOnline, setWasOnline] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  // The delay counts from the beginning of the trouble, not from the latest attempt
  const isOnline = createMemo(() => status() === "online");
  const isFirstAttempt = createMemo((was: boolean) => was && status() === "connecting", true); // never true again, or the text would flicker
  const isClosed = createMemo(() => status() !== "online" && socket.closedFor !== undefined);

  onMount(() => restorePlace(page, isOnline));

  let button: HTMLButtonElement | undefined;
  const show = (what: ReturnType<typeof shown>) => {
    const hadFocus = button !== undefined && document.activeElement === button;
    setShown(what);
    if (hadFocus) queueMicrotask(() => button?.isConnected || document.getElementById("channel")?.focus());
  };
  /** The button of the latest words. The focus moves to it from the one before. */
  const takeOver = (next: HTMLButtonElement) => {
    const hadFocus = button !== undefined && document.activeElement === button;
    button = next;
    if (hadFocus) queueMicrotask(() => next.focus());
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
    if (shown() === "back") return connectionBar().back;
    return connectionMessage({
      isFirstAttempt: isFirstAttempt(),
      wasOnline: wasOnline(),
      obstacle: obstacle(),
      closedFor: socket.closedFor,
      lastUpdate: lastUpdate(),
      unsent: props.unsent,
    });
  };

  return (
    <output class="connection-bar">
      <Show when={newBuild() && (!shown() || obstacle() === "blocked")}>
        <span class="connection-words">
          {connectionBar().updated}
          <button type="button" onClick={reload}>
            {connectionBar().reload}
          </button>
        </span>
      </Show>
      {/* New words are a new element: it moves nothing, and a translator in the browser cannot keep the old ones */}
      <Show when={shown() && !page.channel.refusal() && message()} keyed>
        {(words) => (
          <span class="connection-words" classList={{ back: shown() === "back" }}>
            {words}
            <Show when={shown() === "trouble"}>
              <button type="button" ref={takeOver} onClick={() => (obstacle() === "signIn" ? reload() : socket.retryNow())}>
                {obstacle() === "signIn" ? connectionBar().reload : connectionBar().tryNow}
              </button>
            </Show>
          </span>
        )}
      </Show>
    </output>
  );
}
