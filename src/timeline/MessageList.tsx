/** The channel's messages, oldest first, with the unsent ones at the end. */
import { Key } from "@solid-primitives/keyed";
import { createEffect, createMemo, createSignal, Show } from "solid-js";
import { useChannel, useViewport } from "~/channel/ChannelProvider";
import { EMPTY } from "~/channel/timeline";
import { LazyMessageActions } from "~/message-actions/LazyMessageActions";
import { strings } from "~/strings";
import { createClock } from "./create-clock";
import { EmptyChannel } from "./EmptyChannel";
import { itemsOf, type KnownItems } from "./items";
import { createJump } from "./jump";
import { JumpToLatest } from "./JumpToLatest";
import { MessageRow } from "./MessageRow";
import { OlderMessages } from "./OlderMessages";
import { createReadingPosition } from "./reading-position";
import { layoutsOf, type KnownLayouts } from "./row-layout";
import { TypingIndicator } from "./TypingIndicator";
import { createVirtualWindow } from "./virtual-window";
import "./MessageList.css";

const NOTE_SHOWN_FOR = 6_000; // ms
const HIGHLIGHTED_FOR = 2_000; // ms
const ROW_WITHIN = 30; // animation frames until a row that was scrolled to is in the document

interface MessageListProps {
  /** The visitor's language tag and IANA time zone, if the server knows them. */
  locale: string | undefined;
  timeZone: string | undefined;
}

export function MessageList(props: MessageListProps) {
  const channel = useChannel();
  const viewport = useViewport();
  let scroller!: HTMLElement;
  let list!: HTMLOListElement;

  const time = createClock(props.locale, props.timeZone);

  const knownItems: KnownItems = new WeakMap();
  const items = createMemo(() =>
    itemsOf(channel.timeline().messages, channel.unsent.entries(), channel.people().you, knownItems),
  );
  const virtual = createVirtualWindow(items, () => ({ scroller, list }));
  const reading = createReadingPosition(channel, virtual.atEnd);
  const knownLayouts: KnownLayouts = new WeakMap();
  const layouts = createMemo(() => layoutsOf(virtual.items(), virtual.previous(), reading.firstUnread(), time(), knownLayouts));
  const ownName = createMemo(() => channel.people().you.name);
  const isUnanswered = () => channel.timeline() === EMPTY;

  const [note, setNote] = createSignal("");
  const scrollTo = createJump(channel, items, {
    scrollToIndex(index, id) {
      virtual.scrollToIndex(index);
      void highlight(scroller, id);
    },
    onFail(why) {
      setNote(strings.jump[why]);
      setTimeout(() => setNote(""), NOTE_SHOWN_FOR);
    },
  });
  viewport.attach({
    isAtEnd: virtual.isAtEnd,
    scrollTo,
    showSent() {
      virtual.scrollToEnd();
      reading.markRead();
    },
  });

  const onFocusIn = keepFocus(
    () => scroller,
    () => [layouts(), channel.changes.pending()],
  );
  const jumpToLatest = () => {
    virtual.scrollToEnd();
    scroller.focus({ preventScroll: true }); // the button disappears with its focus
  };

  return (
    <main class="timeline">
      {/* The scroller runs from the bottom up: it opens at its end without a script, and stays there as rows are added. */}
      {/* Not live: scrolling adds and removes rows. The announcer reads new messages. */}
      <div
        ref={(element) => (scroller = element)}
        class="scroller"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so a keyboard user must be able to focus it
        tabindex="0"
        role="log"
        aria-live="off"
        aria-label={strings.messageList.label}
        onFocusIn={onFocusIn}
      >
        <div class="content">
          <OlderMessages />
          <ol ref={list} class="messages">
            <Key
              each={layouts()}
              by={({ item }) => item.key}
              fallback={
                <li>
                  <Show when={isUnanswered()} fallback={<EmptyChannel />}>
                    <p class="empty awaited">{strings.messageList.unheard}</p>
                  </Show>
                </li>
              }
            >
              {(layout, index) => (
                <MessageRow
                  layout={layout()}
                  time={time()}
                  ownName={ownName()}
                  virtualIndex={virtual.virtualIndexOf(index())}
                  measure={virtual.measure}
                />
              )}
            </Key>
          </ol>
          <TypingIndicator users={channel.typing.users()} />
        </div>
      </div>
      <JumpToLatest isShown={!virtual.atEnd()} newBelow={reading.newBelow()} jump={jumpToLatest} />
      <output class="note">{note()}</output>
      <LazyMessageActions list={() => scroller} />
    </main>
  );
}

/**
 * Keeps the focus in the list if the focused element is removed: a reaction taken back, a rejected edit discarded, or a row that
 * left the virtual window. `changes` reads what can remove elements. Returns the list's `focusin` handler.
 */
function keepFocus(scroller: () => HTMLElement, changes: () => unknown) {
  let focused: Element | undefined;
  let row: HTMLElement | null = null;
  createEffect(() => {
    changes();
    if (!focused || focused.isConnected) return;
    focused = undefined;
    if (document.activeElement === document.body) (row?.isConnected ? row : scroller()).focus({ preventScroll: true });
  });
  return ({ target }: { target: Element }) => {
    focused = target;
    row = target.closest<HTMLElement>(".message");
  };
}

/** Focuses a message once its row is in the document, and highlights it for a moment. */
async function highlight(scroller: HTMLElement, id: number): Promise<void> {
  for (let frames = ROW_WITHIN; frames > 0; frames--) {
    await new Promise(requestAnimationFrame);
    const row = scroller.querySelector<HTMLElement>(`[data-id="${id}"]`);
    if (!row) continue;
    row.focus({ preventScroll: true });
    row.animate([{ background: "var(--found)", offset: 0.5 }, {}], HIGHLIGHTED_FOR);
    return;
  }
}
