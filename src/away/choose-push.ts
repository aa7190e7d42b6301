/** Subscribes this browser to a channel's pushes, or ends that (W36). */
import type { Refusal } from "~/shared/protocol";
import { onDemandStrings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import { keepSubscribed, subscribedTo } from "./push-channels";
import { serviceWorker } from "./register";
import { putWants, subscribe, type Wants } from "./subscription";

/** Asks the browser for permission, so call it on a click. Resolves to why it is not possible, if so. */
export async function choosePush(channel: string, wants: Wants | undefined): Promise<string | undefined> {
  const { unable, blocked } = onDemandStrings().settings;
  if (!("PushManager" in globalThis)) return "standalone" in navigator ? onDemandStrings().push.homeScreen : unable; // an iPhone has it only in an installed app
  if (wants && (await Notification.requestPermission()) !== "granted") return blocked;
  const worker = await serviceWorker();
  if (!worker) return unable;
  try {
    return await tell(worker, channel, wants);
  } catch {
    return onDemandStrings().openedLink.failed;
  }
}

/** The browser may have replaced the subscription that the channel knows. Without a subscription, the page never asks for one here. */
export async function renewPush(channel: string): Promise<void> {
  const known = subscribedTo(channel);
  const worker = known && (await serviceWorker());
  if (!worker) return;
  const { endpoint } = await subscribe(worker);
  if (endpoint !== known.endpoint) await tell(worker, channel, known.wants);
}

async function tell(worker: ServiceWorkerRegistration, channel: string, wants: Wants | undefined): Promise<string | undefined> {
  const subscription = await subscribe(worker);
  const response = await putWants(channel, subscription, wants);
  if (!response.ok) return refusalText((await response.json()) as Refusal);
  const left = await keepSubscribed(channel, wants && { wants, endpoint: subscription.endpoint });
  if (left === 0) await subscription.unsubscribe();
  return undefined;
}
