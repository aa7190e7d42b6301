/** Tells whoever has the page in a hidden tab that something was said: by its title and icon, and by sound or notification if they want it. */
import { createEffect, createMemo, createSignal, onCleanup, onMount } from "solid-js";
import { wordsOf } from "~/markdown/parse";
import type { Message } from "~/shared/protocol";
import { notices } from "~/settings/preferences";
import { strings } from "~/strings";
import { othersAfter } from "~/channel/new-messages";
import type { Chat } from "~/channel/create-channel";
import { lastRead, READ_KEY } from "~/channel/read-state";
import { isToYou, titled } from "./notify";

/** So long another window of this browser has to say that its reader has seen a message already. */
const AWAITED = 500; // ms

export function createUnseen(chat: Chat, channel: string): void {
  const [isHidden, setHidden] = createSignal(false);
  const [read, setRead] = createSignal(lastRead(channel));
  /** The last message when the page was hidden; absent while it is seen, and until it knows of its channel. */
  const hiddenAt = createMemo<number | undefined>((at) => {
    const { epoch, messages } = chat.timeline();
    return isHidden() && epoch !== "" ? (at ?? messages.at(-1)?.id ?? 0) : undefined;
  });
  const unseen = createMemo(() => {
    const at = hiddenAt();
    const { epoch, messages } = chat.timeline();
    const after = Math.max(at ?? 0, read()?.epoch === epoch ? read()!.id : 0); // read in another window
    return at === undefined ? [] : othersAfter(messages, after, chat.people().you.id);
  });
  let told = 0; // the id of the last message
  let timer: ReturnType<typeof setTimeout> | undefined;

  onMount(() => {
    const left = new AbortController();
    const follow = () => setHidden(document.visibilityState !== "visible");
    follow();
    document.addEventListener("visibilitychange", follow, left);
    window.addEventListener("storage", ({ key }) => key === READ_KEY + channel && setRead(lastRead(channel)), left);
    const title = `${channel} · ${strings.app.name}`; // not the document's, which may still be the last channel's
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    const mark = (n: number) => {
      document.title = titled(title, n);
      if (icon) icon.href = n > 0 ? "/favicon-unread.svg" : "/favicon.svg";
    };
    createEffect(() => mark(unseen().length));
    createEffect(() => {
      if ((unseen().at(-1)?.id ?? 0) > told) timer ??= setTimeout(tellOfFresh, AWAITED);
    });
    onCleanup(() => {
      left.abort();
      clearTimeout(timer);
      mark(0);
    });
  });

  function tellOfFresh(): void {
    timer = undefined;
    const fresh = unseen().filter(({ id }) => id > told);
    told = fresh.at(-1)?.id ?? told;
    tell(fresh);
  }

  function tell(fresh: readonly Message[]): void {
    if (fresh.length === 0) return;
    const { sounds, notifications } = notices();
    if (sounds) void import("~/ui/tone").then(({ play }) => play());
    const toYou = fresh.findLast((message) => isToYou(message, chat.timeline().messages, chat.people().you));
    if (notifications && toYou) notify(channel, toYou);
  }
}

/** One a channel: a later one takes the place of the one before. */
function notify(channel: string, { user, text }: Message): void {
  try {
    const notification = new Notification(`${user.name} · ${channel}`, {
      body: wordsOf(text),
      tag: channel,
      icon: "/icon-192.png",
    });
    notification.addEventListener("click", () => {
      window.focus();
      notification.close();
    });
  } catch {
    // Android's Chrome has the constructor, and throws: there, only a service worker may notify
  }
}
