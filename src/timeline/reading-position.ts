/** What the reader has seen: where the unread messages begin, and how many have come below while scrolled up. */
import { createEffect, createMemo, createSignal, on, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import { othersAfter } from "~/channel/new-messages";
import { keepLastRead, lastRead, type ReadMark } from "~/channel/read-state";
import { createReading } from "~/channel/reading";
import { serverTime } from "~/ui/server-time";

/** The moment at which the reader opened the page, left it, or came back to it. */
interface Visit {
  /** The last message that the reader had read before. */
  read: ReadMark;
  /** The id of the newest message that was on the page. While the reader is away, all that comes is unread. */
  newest: number;
  /** Unix milliseconds, by this device's clock. */
  at: number;
}

/** `atEnd`: whether the newest message is in view, on a page that may not be read. */
export function createReadingPosition(channel: Pick<Channel, "name" | "latest" | "people">, atEnd: Accessor<boolean>) {
  const isReading = createReading();
  const [visit, setVisit] = createSignal<Visit>();
  const [leftEndAt, setLeftEndAt] = createSignal<number>(); // the id of the newest message when the reader scrolled up
  const newest = () => channel.latest().messages.at(-1)?.id ?? 0;
  const others = (id: number) => othersAfter(channel.latest().messages, id, channel.people().you.id);

  createEffect(
    on(isReading, (isReading) => {
      const read = lastRead(channel.name);
      setVisit(read && { read, newest: isReading ? newest() : Infinity, at: Date.now() });
    }),
  );
  createEffect(() => {
    const { epoch } = channel.latest();
    if (isReading() && atEnd() && epoch !== "") keepLastRead(channel.name, { epoch, id: newest() });
  });
  const hasLatest = createMemo(() => newest() > 0); // on a page that opens in the past, they come later
  createEffect(on([atEnd, hasLatest], ([atEnd]) => setLeftEndAt(atEnd ? undefined : newest())));

  return {
    /** The id of the first unread message of this visit. A message that comes later is not unread: the reader is there. */
    firstUnread: createMemo(() => {
      const now = visit();
      if (now?.read.epoch !== channel.latest().epoch) return undefined;
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
