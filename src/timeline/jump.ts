/** Brings a message that was asked for into view, loading older pages until it is there. */
import { createEffect, createSignal, on, untrack, type Accessor } from "solid-js";
import type { Chat } from "~/channel/create-channel";
import type { Row } from "./rows";

/** Further back than this is not a jump: the channel would hold back so many requests at once. */
const MOST_PAGES = 10;

/** Why a message cannot be shown: the connection is away, it is too far back, or there is none (any more). */
export type NoWay = "away" | "far" | "gone";

/** `bring` is given the place of its row in the list; `fail` is called where the message is not to be had. */
export function createJump(
  chat: Chat,
  rows: Accessor<readonly Row[]>,
  bring: (place: number, id: number) => void,
  fail: (why: NoWay) => void,
) {
  const [target, setTarget] = createSignal<number>();
  let pages = 0;

  createEffect(
    on(
      chat.wanted,
      (id) => {
        pages = 0;
        setTarget(id);
      },
      { defer: true },
    ),
  );

  createEffect(() => {
    const id = target();
    if (id === undefined) return;
    const place = rows().findIndex(({ message }) => message?.id === id);
    if (place < 0 && chat.loadingOlder()) return; // until that page is here
    const isOlder = place < 0 && isBefore(id);
    if (isOlder && pages < MOST_PAGES) {
      pages++;
      untrack(chat.loadOlder);
      if (untrack(chat.loadingOlder)) return;
    }
    setTarget(undefined);
    if (place >= 0) return untrack(() => bring(place, id));
    fail(!isOlder ? "gone" : pages < MOST_PAGES ? "away" : "far");
  });

  /** Whether it may be among the messages that are not loaded. */
  function isBefore(id: number): boolean {
    const { messages, more } = chat.timeline();
    return more && messages[0] !== undefined && id < messages[0].id;
  }
}
