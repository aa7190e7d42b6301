/** What the reader has seen: where the unread messages begin, and how many have come below while scrolled up. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, createMemo, createSignal, on, onMount, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import { othersAfter } from "~/channel/new-messages";
import { keepLastRead, lastRead, type ReadMark } from "~/channel/read-state";
import { serverTime } from "~/ui/server-time";

/** The moment at which the reader opened the page or came back to it. */
interface Visit {
  /** The last message that the reader had read before. */
  read: ReadMark;
  /** The id of the newest message on the page. */
  newest: number;
  /** Unix milliseconds, by this device's clock. */
  at: number;
}

/** `atEnd`: whether the newest message is in view, on a page that may be hidden. */
export function createReadingPosition(channel: Pick<Channel, "name" | "timeline" | "people">, atEnd: Accessor<boolean>) {
  const [isVisible, setVisible] = createSignal(false); // until the page is mounted
  const [visit, setVisit] = createSignal<Visit>();
  const [leftEndAt, setLeftEndAt] = createSignal<number>(); // the id of the newest message when the reader scrolled up
  const newest = () => channel.timeline().messages.at(-1)?.id ?? 0;
  const others = (id: number) => othersAfter(channel.timeline().messages, id, channel.people().you.id);

  onMount(() => {
    const update = () => {
      if (document.visibilityState === "visible" && !isVisible()) {
        const read = lastRead(channel.name);
        setVisit(read && { read, newest: newest(), at: Date.now() });
      }
      setVisible(document.visibilityState === "visible");
    };
    update();
    makeEventListener(document, "visibilitychange", update);
  });

  createEffect(() => {
    const { epoch } = channel.timeline();
    if (isVisible() && atEnd() && epoch !== "") keepLastRead(channel.name, { epoch, id: newest() });
  });
  createEffect(on(atEnd, (atEnd) => setLeftEndAt(atEnd ? undefined : newest()), { defer: true }));

  return {
    /** The id of the first unread message of this visit. A message that comes later is not unread: the reader is there. */
    firstUnread: createMemo(() => {
      const now = visit();
      if (now?.read.epoch !== channel.timeline().epoch) return undefined;
      const first = others(now.read.id)[0];
      return first && (first.id <= now.newest || first.at <= serverTime(now.at)) ? first.id : undefined;
    }),
    /** How many messages of others have come since the reader scrolled up. */
    newBelow: createMemo(() => {
      const id = leftEndAt();
      return id === undefined ? 0 : others(id).length;
    }),
    /** Treats everything as read, because the reader has answered. */
    markRead: () => setVisit(undefined),
  };
}
