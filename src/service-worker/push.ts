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
    data: { channel, url },
  };
  await self.registration.showNotification(merged ? `/${channel}` : title, options);
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
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return windows.filter(({ url }) => canonical(new URL(url).pathname) === channel);
}
