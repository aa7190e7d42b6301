/** The channel's messages, oldest first, with the unsent ones at the end. */
import { Key } from "@solid-primitives/keyed";
import { createMemo, onMount, Show } from "solid-js";
import { useChannel, useViewport } from "~/channel/ChannelProvider";
import { EMPTY } from "~/channel/timeline";
import { LazyMessageActions } from "~/message-actions/LazyMessageActions";
import { MessageRow } from "~/message-row/MessageRow";
import { itemsOf, type KnownItems } from "~/message-row/items";
import { layoutsOf, type KnownLayouts } from "~/message-row/row-layout";
import { hrefOf } from "~/shared/channel-name";
import { linkedId } from "~/shared/message-link";
import { navigate, query } from "~/ui/navigation";
import { onDemand } from "~/ui/on-demand";
import { WhenIdle } from "~/ui/WhenIdle";
import { strings } from "~/strings/current";
import { createClock } from "./create-clock";
import { EmptyChannel } from "./EmptyChannel";
import { createListWindow } from "./list-window";
import { createReadingPosition } from "./reading-position";
import { TypingIndicator } from "./TypingIndicator";
import "./MessageList.css";
import "./OlderMessages.css";

const VirtualWindow = onDemand(import.meta.env.SSR || (() => import("./VirtualWindow").then((module) => module.VirtualWindow)));
const JumpToLatest = onDemand(import.meta.env.SSR || (() => import("./JumpToLatest").then((module) => module.JumpToLatest)));
const KeepRows = onDemand(import.meta.env.SSR || (() => import("./KeepRows").then((module) => module.KeepRows)));
const Refused = onDemand(import.meta.env.SSR || (() => import("./Refused").then((module) => module.Refused)));
const OlderMessages = onDemand(import.meta.env.SSR || (() => import("./OlderMessages").then((module) => module.OlderMessages)));
const NewerMessages = onDemand(import.meta.env.SSR || (() => import("./NewerMessages").then((module) => module.NewerMessages)));
const Jump = onDemand(import.meta.env.SSR || (() => import("./Jump").then((module) => module.Jump)));

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
    itemsOf(channel.timeline().messages, channel.past() ? [] : channel.unsent.entries(), channel.people().you, knownItems),
  );
  const linked = createMemo(() => linkedId(query()));
  const rows = createListWindow(
    items,
    () => ({ scroller, list }),
    () => channel.past() !== undefined,
  );
  const reading = createReadingPosition(channel, rows.atEnd);
  const knownLayouts: KnownLayouts = new WeakMap();
  const layouts = createMemo(() => layoutsOf(rows.items(), rows.previous(), reading.firstUnread(), time(), knownLayouts));
  const ownName = createMemo(() => channel.people().you.name);
  const isUnanswered = () => channel.timeline() === EMPTY;

  let scrollTo: ((id: number) => void) | undefined;
  let target: number | undefined; // chosen before the jump had loaded
  viewport.attach({
    isAtEnd: rows.isAtEnd,
    scrollTo: (id) => (scrollTo ? scrollTo(id) : (target = id)),
    showSent() {
      scrollToNewest();
      reading.markRead();
    },
  });

  const scrollToNewest = () => {
    channel.setPast(undefined);
    rows.scrollToEnd();
    if (linked() !== undefined) navigate(hrefOf(channel.name));
  };
  const jumpToLatest = () => {
    scrollToNewest();
    scroller.focus({ preventScroll: true }); // the button disappears with its focus
  };

  onMount(() => scroller.querySelector(".linked")?.scrollIntoView({ block: "center" }));

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
        aria-label={strings().messageList.label}
      >
        <div class="content">
          <div class="older quiet">
            <WhenIdle>
              <OlderMessages />
            </WhenIdle>
          </div>
          <ol ref={list} class="messages">
            <Key
              each={layouts()}
              by={({ item }) => item.key}
              fallback={
                <li>
                  <Show
                    when={channel.refusal()}
                    keyed
                    fallback={
                      <Show when={isUnanswered()} fallback={<EmptyChannel />}>
                        <p class="empty awaited">{strings().messageList.unheard}</p>
                      </Show>
                    }
                  >
                    {(refusal) => <Refused refusal={refusal} />}
                  </Show>
                </li>
              }
            >
              {(layout, index) => (
                <MessageRow
                  layout={layout()}
                  time={time()}
                  ownName={ownName()}
                  place={rows.placeOf(index())}
                  isLinked={layout().item.message?.id === (linked() ?? 0)} // 0: an unsent message has no id, either
                  grow={rows.grow}
                />
              )}
            </Key>
          </ol>
          <Show when={channel.past()} fallback={<TypingIndicator users={channel.typing.users()} />}>
            <NewerMessages />
          </Show>
        </div>
      </div>
      <Show when={rows.needsVirtual()}>
        <VirtualWindow
          elements={{ scroller, list }}
          items={items()}
          kept={rows.kept()}
          isAtEnd={rows.isAtEnd}
          onScroll={rows.onScroll}
          onReady={rows.setVirtual}
        />
      </Show>
      <Show when={!rows.atEnd()}>
        <JumpToLatest newBelow={reading.newBelow()} jump={jumpToLatest} />
      </Show>
      <LazyMessageActions list={() => scroller} />
      <WhenIdle>
        <Jump
          scroller={scroller}
          items={items()}
          linked={linked()}
          isAtEnd={rows.isAtEnd}
          scrollToIndex={rows.scrollToIndex}
          scrollToNewest={scrollToNewest}
          onReady={(jump) => {
            scrollTo = jump;
            if (target !== undefined) jump(target);
          }}
        />
        <KeepRows scroller={scroller} items={items()} rows={layouts()} keep={rows.keep} />
      </WhenIdle>
    </main>
  );
}
