/** Reports new messages while the page is hidden: by its title and icon, and by sound or notification if the user wants them. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, createMemo, createSignal, onCleanup, onMount } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import { othersAfter } from "~/channel/new-messages";
import { lastRead, onReadInOtherTab } from "~/channel/read-state";
import { plainTextOf } from "~/markdown/parse";
import type { Message } from "~/shared/protocol";
import { strings } from "~/strings";
import { isAddressedTo, titleWithCount } from "./attention";
import { notificationPreferences } from "./preferences";

/** Another window of this browser has this long to mark a message as read. Then the message is reported. */
const REPORT_AFTER = 500; // ms

export function createNotifications(channel: Pick<Channel, "name" | "people" | "timeline">): void {
  const { name, people, timeline } = channel;
  const [isHidden, setHidden] = createSignal(false);
  const [read, setRead] = createSignal(lastRead(name));
  /** The id of the last message when the page was hidden. Undefined while it is visible, and before the channel has answered. */
  const hiddenAt = createMemo<number | undefined>((at) => {
    const { epoch, messages } = timeline();
    return isHidden() && epoch !== "" ? (at ?? messages.at(-1)?.id ?? 0) : undefined;
  });
  const unseen = createMemo(() => {
    const at = hiddenAt();
    const { epoch, messages } = timeline();
    const readElsewhere = read()?.epoch === epoch ? read()!.id : 0; // in another window
    return at === undefined ? [] : othersAfter(messages, Math.max(at, readElsewhere), people().you.id);
  });
  let reported = 0; // the id of the last reported message
  let timer: ReturnType<typeof setTimeout> | undefined;

  onMount(() => {
    const update = () => setHidden(document.visibilityState !== "visible");
    update();
    makeEventListener(document, "visibilitychange", update);
    onReadInOtherTab((channel) => channel === name && setRead(lastRead(name)));

    const title = `${name} · ${strings.app.name}`; // not document.title, which may still be that of the last channel
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    const showCount = (n: number) => {
      document.title = titleWithCount(title, n);
      if (icon) icon.href = n > 0 ? "/favicon-unread.svg" : "/favicon.svg";
    };
    createEffect(() => showCount(unseen().length));
    createEffect(() => {
      if ((unseen().at(-1)?.id ?? 0) > reported) timer ??= setTimeout(report, REPORT_AFTER);
    });
    onCleanup(() => {
      clearTimeout(timer);
      showCount(0);
    });
  });

  function report(): void {
    timer = undefined;
    const messages = unseen().filter(({ id }) => id > reported);
    if (messages.length === 0) return;
    reported = messages.at(-1)!.id;
    const { sounds, notifications } = notificationPreferences();
    if (sounds) void import("~/ui/notification-sound").then(({ play }) => play());
    const addressed = messages.findLast((message) => isAddressedTo(people().you, message, timeline().messages));
    if (notifications && addressed) notify(name, addressed);
  }
}

/** Shows a notification. A channel has at most one: a later one replaces it. */
function notify(channel: string, { user, text }: Message): void {
  try {
    const notification = new Notification(`${user.name} · ${channel}`, {
      body: plainTextOf(text),
      tag: channel,
      icon: "/icon-192.png",
    });
    notification.addEventListener("click", () => {
      window.focus();
      notification.close();
    });
  } catch {
    // Chrome on Android has the constructor, but it throws: there, only a service worker can notify
  }
}
