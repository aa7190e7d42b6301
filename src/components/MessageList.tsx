/** The channel's messages, oldest first, with what is still on its way below them. */
import { Key } from "@solid-primitives/keyed";
import { createMemo, createSignal, For, onMount, Show } from "solid-js";
import type { Chat } from "~/chat/create-chat";
import { clock } from "~/chat/clock";
import { rowsOf } from "~/chat/rows";
import { MessageRow } from "./MessageRow";
import { OlderMessages } from "./OlderMessages";

export function MessageList(props: { chat: Chat; locale: string | undefined; timeZone: string | undefined }) {
  // First as the server rendered it, then as this browser would: both show the same, unless the request told too little.
  const [time, setTime] = createSignal(clock(props.locale, props.timeZone));
  onMount(() => setTime(() => clock()));
  const rows = createMemo(() => rowsOf(props.chat.timeline().messages, props.chat.unsent(), props.chat.people().you));

  return (
    // Upside down, the scroller opens at its end without a script, and stays there as lines are added.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so a keyboard must be able to get into it
    <main class="scroller" tabindex="0" aria-label="Messages">
      <div class="content">
        <OlderMessages chat={props.chat} />
        <ol class="messages" role="log">
          <Key each={rows()} by="key" fallback={<li class="empty">Nothing has been said here yet. Say the first word.</li>}>
            {(row) => <MessageRow row={row()} time={time()} chat={props.chat} />}
          </Key>
        </ol>
        <Show when={props.chat.typing().length > 0}>
          <p class="typing quiet">
            <For each={props.chat.typing().slice(0, 3)}>
              {(user, index) => (
                <>
                  {index() > 0 && ", "}
                  <bdi>{user.name}</bdi>
                </>
              )}
            </For>
            {props.chat.typing().length > 3
              ? " and others are typing…"
              : props.chat.typing().length > 1
                ? " are typing…"
                : " is typing…"}
          </p>
        </Show>
      </div>
    </main>
  );
}
