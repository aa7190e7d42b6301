/** Shows pushes as notifications, opens what they are about, and renews a subscription that the browser has ended (W36). */
import { putWants, subscribe } from "../away/subscription";
import { readWorkerState } from "../away/worker-state";
import { canonical } from "../shared/channel-name";

declare const self: ServiceWorkerGlobalScope;

/** The text of a push. */
interface Push {
  title: string;
  body: string;
  channel: string;
  /** Messages since the last push. */
  n: number;
  /** Where the latest of them is. */
  url: string;
}

/** Browsers ask for a notification for each push, except while one of the site's pages has the focus. */
export async function showPush(data: PushMessageData | null): Promise<void> {
  const { title, body, channel, n, url } = data!.json() as Push;
  if ((await pagesOf(channel)).some(({ focused }) => focused)) return;
  const { newMessages } = await readWorkerState();
  const merged = n > 1 && newMessages[Math.min(n, newMessages.length - 1)];
  const options: NotificationOptions & { renotify: boolean } = {
    body: merged || body,
    tag: channel,
    renotify: true, // one notification per channel, but each push is heard
    icon: "/icon-192.png",
    data: { channel, url, unseen: n + (await unseenIn({ tag: channel })) },
  };
  await self.registration.showNotification(merged ? `/${channel}` : title, options);
  await updateBadge();
}

/** Shows on the app's icon how many messages the notifications are about. While a page is open, the number is the page's. */
async function updateBadge(): Promise<void> {
  if (!("setAppBadge" in navigator) || (await openPages()).length > 0) return;
  await navigator.setAppBadge(await unseenIn()).catch(() => undefined); // not installed, it may be refused
}

/** The number of messages in the notifications that are shown: all, or those with a tag. */
async function unseenIn(filter?: { tag: string }): Promise<number> {
  const notifications = await self.registration.getNotifications(filter);
  return notifications.reduce((sum, { data }) => sum + ((data as { unseen?: number }).unseen ?? 1), 0);
}

/** Focuses a page of the channel, which then shows the message, or opens one. */
export async function onClick(notification: Notification): Promise<void> {
  const { channel, url } = notification.data as Pick<Push, "channel" | "url">;
  notification.close();
  const [page] = await pagesOf(channel);
  if (!page) return void (await self.clients.openWindow(url));
  page.postMessage({ open: url });
  await page.focus();
}

/** What a channel does not take now, its page renews when it is opened. */
export async function renewSubscription(): Promise<void> {
  const { wants } = await readWorkerState();
  const subscription = await subscribe(self.registration);
  for (const [channel, wanted] of Object.entries(wants)) await putWants(channel, subscription, wanted);
}

async function pagesOf(channel: string): Promise<readonly WindowClient[]> {
  return (await openPages()).filter(({ url }) => canonical(new URL(url).pathname) === channel);
}

function openPages(): Promise<readonly WindowClient[]> {
  return self.clients.matchAll({ type: "window", includeUncontrolled: true });
}
