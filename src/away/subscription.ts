/** This browser's subscription to pushes, and what it wants to hear of a channel (W36). For pages and the service worker. */
import { pathOf } from "../shared/channel-name";

/** Mentions and answers, or every message. */
export type Wants = "mentions" | "all";

/** The browser's subscription, made if there is none. Rejects if the browser or its user does not allow it. */
export async function subscribe({ pushManager }: ServiceWorkerRegistration): Promise<PushSubscription> {
  const present = await pushManager.getSubscription();
  if (present) return present;
  const { key } = (await (await fetch("/api/push/key")).json()) as { key: string };
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

/** Subscribes to a channel, or ends that. */
export function putWants(channel: string, subscription: PushSubscription, wants: Wants | undefined): Promise<Response> {
  return fetch(`/api/push${pathOf(channel)}`, {
    method: wants ? "PUT" : "DELETE",
    body: JSON.stringify({ subscription, wants }),
  });
}
