/** Reports new messages while the user is not reading: by title and icon, and by sound or notification if the user wants them. */
import { createEffect, createMemo, createSignal, onCleanup, onMount } from "solid-js";
import { subscribedTo } from "~/away/push-channels"; // the service worker notifies of those
import type { Channel } from "~/channel/create-channel";
import { othersAfter } from "~/channel/new-messages";
import { lastRead, onReadInOtherTab } from "~/channel/read-state";
import { createReading } from "~/channel/reading";
import { summaryOf } from "~/markdown/parse";
import type { Message } from "~/shared/protocol";
import { strings } from "~/strings/current";
import { isAddressedTo, titleWithCount } from "./attention";
import { notificationPreferences } from "./preferences";

/** Another window of this browser has this long to mark a message as read. Then the message is reported. */
const REPORT_AFTER = 500; // ms

export function createNotifications(channel: Pick<Channel, "name" | "people" | "timeline">): void {
  const { name, people, timeline } = channel;
  const isReading = createReading();
  const [read, setRead] = createSignal(lastRead(name));
  /** The id of the last message when the user stopped reading. Undefined while they read, and before the channel has answered. */
  const leftAt = createMemo<number | undefined>((at) => {
    const { epoch, messages } = timeline();
    return !isReading() && epoch !== "" ? (at ?? messages.at(-1)?.id ?? 0) : undefined;
  });
  const unseen = createMemo(() => {
    const at = leftAt();
    const { epoch, messages } = timeline();
    const readElsewhere = read()?.epoch === epoch ? read()!.id : 0; // in another window
    return at === undefined ? [] : othersAfter(messages, Math.max(at, readElsewhere), people().you.id);
  });
  let reported = 0; // the id of the last reported message
  let reportAt = 0; // Unix ms; the timer is late if the browser has suspended the page
  let timer: ReturnType<typeof setTimeout> | undefined;
  let notification: Notification | undefined;

  onMount(() => {
    onReadInOtherTab((channel) => channel === name && setRead(lastRead(name)));

    const title = `${name} · ${strings().app.name}`; // not document.title, which may still be that of the last channel
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    const showCount = (n: number) => {
      document.title = titleWithCount(title, n);
      if (icon) icon.href = n > 0 ? "/favicon-unread.svg" : "/favicon.svg";
    };
    createEffect(() => showCount(unseen().length));
    createEffect(() => {
      if ((unseen().at(-1)?.id ?? 0) <= reported || timer !== undefined) return;
      reportAt = Date.now() + REPORT_AFTER;
      timer = setTimeout(report, REPORT_AFTER);
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
    const at = reportAt;
    if (sounds) void import("~/ui/notification-sound").then(({ play }) => play(at));
    const addressed = messages.findLast((message) => isAddressedTo(people().you, message, timeline()));
    if (notifications && addressed && !subscribedTo(name)) notify(addressed);
  }

  /**
   * Shows a notification in place of the last one. Each message has its own tag: a browser shows no banner for a tag that it has
   * shown already. So several windows together show one banner per message.
   */
  function notify(message: Message): void {
    const { id, user } = message;
    const last = notification;
    try {
      const next = new Notification(`${user.name} · ${name}`, {
        body: summaryOf(message),
        tag: `${name} ${id}`,
        icon: "/icon-192.png",
      });
      next.addEventListener("click", () => {
        window.focus();
        next.close();
      });
      notification = next;
      last?.close();
    } catch {
      // Chrome on Android has the constructor, but it throws: there, only a service worker can notify
    }
  }
}
