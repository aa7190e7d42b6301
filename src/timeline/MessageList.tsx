/** The channel's messages, oldest first, with what is still on its way below them. */
import { Key } from "@solid-primitives/keyed";
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from "solid-js";
import type { Chat } from "~/channel/create-channel";
import { clock } from "~/ui/clock";
import { createJump } from "./create-jump";
import { createReading } from "./reading-position";
import { createRowWindow } from "./virtual-window";
import { linesOf, type KnownLines } from "./lines";
import { rowsOf, type KnownRows } from "./rows";
import { EMPTY } from "~/channel/timeline";
import { strings } from "~/strings";
import { EmptyChannel } from "./EmptyChannel";
import { MessageRow } from "./MessageRow";
import { OlderMessages } from "./OlderMessages";
import { RowActions } from "~/message-actions/LazyMessageActions";
import { ToEnd } from "./JumpToLatest";
import { Typing } from "./TypingIndicator";
import "./MessageList.css";

const NOTED_FOR = 6_000; // ms
const FOUND_FOR = 2_000; // ms

interface MessageListProps {
  chat: Chat;
  channel: string;
  locale: string | undefined;
  timeZone: string | undefined;
}

export function MessageList(props: MessageListProps) {
  // First as the server rendered it, then as this browser would: both show the same, unless the request told too little.
  const [time, setTime] = createSignal(clock(props.locale, props.timeZone));
  onMount(() => onCleanup(eachDay(() => setTime(() => clock()))));
  const known: KnownRows = new WeakMap();
  const all = createMemo(() => rowsOf(props.chat.timeline().messages, props.chat.unsent(), props.chat.people().you, known));
  const isUnheard = () => props.chat.timeline() === EMPTY;
  const you = createMemo(() => props.chat.people().you.name);
  let scroller!: HTMLElement;
  let list!: HTMLOListElement;
  const shown = createRowWindow(all, () => ({ scroller, list }));
  props.chat.watchReader(shown.isAtEnd);
  const reading = createReading(props.chat, props.channel, shown.atEnd);
  const knownLines: KnownLines = new WeakMap();
  const lines = createMemo(() => linesOf(shown.rows(), shown.before(), reading.fresh(), time(), knownLines));
  createEffect(on(props.chat.said, shown.toEnd, { defer: true }));

  const [note, setNote] = createSignal("");
  createJump(
    props.chat,
    all,
    (place, id) => {
      shown.toRow(place);
      void highlight(scroller, id);
    },
    (why) => {
      setNote(strings.jump[why]);
      setTimeout(() => setNote(""), NOTED_FOR);
    },
  );

  // What had the focus may be gone: a reaction taken back, an edit given up; or its row is far off by now, and no longer in the page
  let focused: Element | undefined;
  let row: HTMLElement | null | undefined;
  createEffect(() => {
    lines();
    props.chat.pending();
    if (!focused || focused.isConnected) return;
    focused = undefined;
    if (document.activeElement === document.body) (row?.isConnected ? row : scroller).focus({ preventScroll: true });
  });

  const goToEnd = () => {
    shown.toEnd();
    scroller.focus({ preventScroll: true }); // the button that had it goes away
  };

  return (
    <main class="timeline">
      {/* Upside down, the scroller opens at its end without a script, and stays there as lines are added. */}
      {/* Its rows come and go as one scrolls: the announcer tells what is new. */}
      <div
        ref={(element) => (scroller = element)}
        class="scroller"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so a keyboard must be able to get into it
        tabindex="0"
        role="log"
        aria-live="off"
        aria-label={strings.messageList.label}
        onFocusIn={({ target }) => {
          focused = target;
          row = target.closest<HTMLElement>(".message");
        }}
      >
        <div class="content">
          <OlderMessages chat={props.chat} />
          <ol ref={list} class="messages">
            <Key
              each={lines()}
              by={({ row }) => row.key}
              fallback={
                <li>
                  <Show when={isUnheard()} fallback={<EmptyChannel />}>
                    <p class="empty awaited">{strings.messageList.unheard}</p>
                  </Show>
                </li>
              }
            >
              {(line, place) => (
                <MessageRow
                  line={line()}
                  time={time()}
                  chat={props.chat}
                  you={you()}
                  index={shown.indexOf(place())}
                  measure={shown.measure}
                />
              )}
            </Key>
          </ol>
          <Typing users={props.chat.typing()} />
        </div>
      </div>
      <ToEnd shown={!shown.atEnd()} below={reading.below()} go={goToEnd} />
      <output class="note">{note()}</output>
      <RowActions chat={props.chat} list={() => scroller} />
    </main>
  );
}

/** Once its row is in the page, the message gets the focus, and stands out for a moment. */
async function highlight(scroller: HTMLElement, id: number): Promise<void> {
  for (let frames = 30; frames > 0; frames--) {
    await new Promise(requestAnimationFrame);
    const row = scroller.querySelector<HTMLElement>(`[data-id="${id}"]`);
    if (!row) continue;
    row.focus({ preventScroll: true });
    row.animate([{ background: "var(--found)", offset: 0.5 }, {}], FOUND_FOR);
    return;
  }
}

/** Calls back now and whenever a day begins; returns how to stop it. */
function eachDay(call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let midnight = 0;
  const next = () => {
    clearTimeout(timer);
    if (Date.now() >= midnight) call();
    midnight = new Date().setHours(24, 0, 0, 0);
    timer = setTimeout(next, midnight - Date.now());
  };
  next();
  document.addEventListener("visibilitychange", next); // no timer runs while the machine sleeps
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", next);
  };
}
