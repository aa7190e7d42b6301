/** Tells whoever has the page in a hidden tab that something was said: by its title and icon, and by sound or notification if they want it. */
import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from "solid-js";
import type { Message } from "~/protocol";
import { notices } from "~/settings";
import type { Chat } from "./create-chat";
import { isToYou, saidSince, titled } from "./unseen";

export function createUnseen(chat: Chat, channel: string): void {
  const [hiddenAt, setHiddenAt] = createSignal<number>(); // the last message then; absent while the page is seen
  const lastId = () => chat.timeline().messages.at(-1)?.id ?? 0;
  const unseen = createMemo(() => {
    const after = hiddenAt();
    return after === undefined ? [] : saidSince(chat.timeline().messages, after, chat.people().you);
  });

  onMount(() => {
    const follow = () => setHiddenAt((at) => (document.visibilityState === "visible" ? undefined : (at ?? lastId())));
    follow();
    document.addEventListener("visibilitychange", follow);
    const title = document.title;
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    const mark = (n: number) => {
      document.title = titled(title, n);
      if (icon) icon.href = n > 0 ? "/favicon-unread.svg" : "/favicon.svg";
    };
    createEffect(() => mark(unseen().length));
    createEffect(
      on(unseen, (now, before = []) => {
        const last = before.at(-1)?.id ?? 0;
        tell(now.filter(({ id }) => id > last));
      }),
    );
    onCleanup(() => {
      document.removeEventListener("visibilitychange", follow);
      mark(0);
    });
  });

  function tell(fresh: readonly Message[]): void {
    if (fresh.length === 0) return;
    const { sounds, notifications } = notices();
    if (sounds) void import("./tone").then(({ play }) => play());
    const toYou = fresh.findLast((message) => isToYou(message, chat.timeline().messages, chat.people().you));
    if (notifications && toYou) notify(channel, toYou);
  }
}

/** One a channel: a later one takes the place of the one before. */
function notify(channel: string, { user, text }: Message): void {
  try {
    const notification = new Notification(`${user.name} · ${channel}`, { body: text, tag: channel, icon: "/icon-192.png" });
    notification.addEventListener("click", () => {
      window.focus();
      notification.close();
    });
  } catch {
    // Android's Chrome has the constructor, and throws: there, only a service worker may notify
  }
}
