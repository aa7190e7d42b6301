/** What its reader has seen of a channel: where the new begins when they come back, and how much has come below while they read further up. */
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, type Accessor } from "solid-js";
import { othersAfter } from "~/channel/new-messages";
import type { Chat } from "~/channel/create-channel";
import { keepLastRead, lastRead } from "~/channel/read-state";
import type { ReadMark } from "~/shared/unread";

/** A reader comes back: what is new to them was there already, or is older than that and still on its way. */
interface Visit {
  /** The last message that they have read. */
  read: ReadMark;
  /** The id of the newest that was there. */
  newest: number;
  at: number;
}

/** `atEnd`: whether the newest message is in view, in a page that may be hidden. */
export function createReading(chat: Chat, channel: string, atEnd: Accessor<boolean>) {
  const [visible, setVisible] = createSignal(false); // until there is a page
  const [visit, setVisit] = createSignal<Visit>();
  const [left, setLeft] = createSignal<number>(); // id of the newest message when the reader went up
  const newest = () => chat.timeline().messages.at(-1)?.id ?? 0;
  const others = (id: number) => othersAfter(chat.timeline().messages, id, chat.people().you.id);

  onMount(() => {
    const look = () => {
      if (document.visibilityState === "visible" && !visible()) {
        const read = lastRead(channel);
        setVisit(read && { read, newest: newest(), at: Date.now() });
      }
      setVisible(document.visibilityState === "visible");
    };
    look();
    document.addEventListener("visibilitychange", look);
    onCleanup(() => document.removeEventListener("visibilitychange", look));
  });

  createEffect(() => {
    const { epoch } = chat.timeline();
    if (visible() && atEnd() && epoch !== "") keepLastRead(channel, { epoch, id: newest() });
  });
  createEffect(on(atEnd, (atEnd) => setLeft(atEnd ? undefined : newest()), { defer: true }));
  // who answers has read
  createEffect(on(chat.said, () => setVisit(undefined), { defer: true }));

  return {
    /** The id of the first message that is new since the reader was here, until they write or come back again. */
    fresh: createMemo(() => {
      const now = visit();
      if (now?.read.epoch !== chat.timeline().epoch) return undefined;
      const first = others(now.read.id)[0];
      return first && (first.id <= now.newest || first.at <= now.at) ? first.id : undefined;
    }),
    /** How many messages of others have come below. */
    below: createMemo(() => {
      const id = left();
      return id === undefined ? 0 : others(id).length;
    }),
  };
}
