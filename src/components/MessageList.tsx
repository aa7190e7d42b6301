/** The channel's messages, oldest first, with what is still on its way below them. */
import { Key } from "@solid-primitives/keyed";
import { createMemo, createSignal, onMount } from "solid-js";
import type { Chat } from "~/chat/create-chat";
import { clock } from "~/chat/clock";
import { createRowWindow } from "~/chat/create-row-window";
import { rowsOf, type KnownRows } from "~/chat/rows";
import { EMPTY } from "~/chat/timeline";
import { MessageRow } from "./MessageRow";
import { OlderMessages } from "./OlderMessages";
import { Typing } from "./Typing";
import "./MessageList.css";

export function MessageList(props: { chat: Chat; locale: string | undefined; timeZone: string | undefined }) {
  // First as the server rendered it, then as this browser would: both show the same, unless the request told too little.
  const [time, setTime] = createSignal(clock(props.locale, props.timeZone));
  onMount(() => setTime(() => clock()));
  const known: KnownRows = new WeakMap();
  const all = createMemo(() => rowsOf(props.chat.timeline().messages, props.chat.unsent(), props.chat.people().you, known));
  const isUnheard = () => props.chat.timeline() === EMPTY;
  const nothing = () =>
    isUnheard()
      ? "This channel is not answering yet. What was said here appears as soon as it does."
      : "Nothing has been said here yet. Say the first word.";
  let scroller!: HTMLElement;
  let above!: HTMLDivElement;
  let below!: HTMLDivElement;
  const shown = createRowWindow(all, () => ({ scroller, above, below }));
  props.chat.watchReader(shown.isAtEnd);

  return (
    // Upside down, the scroller opens at its end without a script, and stays there as lines are added.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so a keyboard must be able to get into it
    <main ref={scroller} class="scroller" tabindex="0" aria-label="Messages">
      <div class="content">
        <OlderMessages chat={props.chat} />
        <div ref={above} />
        <ol class="messages" role="log">
          <Key
            each={shown.rows()}
            by="key"
            fallback={
              <li class="empty" classList={{ awaited: isUnheard() }}>
                {nothing()}
              </li>
            }
          >
            {(row, place) => (
              <MessageRow row={row()} time={time()} chat={props.chat} index={shown.indexOf(place())} measure={shown.measure} />
            )}
          </Key>
        </ol>
        <div ref={below} />
        <Typing users={props.chat.typing()} />
      </div>
    </main>
  );
}
