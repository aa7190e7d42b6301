/** The channels of which this browser hears while their pages are closed (W36): in local storage, and for the service worker. */
import { stored, STORAGE_KEYS } from "~/ui/stored";
import type { Wants } from "./subscription";
import { readWorkerState, type WorkerSentences, writeWorkerState } from "./worker-state";

interface Subscribed {
  wants: Wants;
  /** The address of the subscription that the channel knows. The browser may have another one by now. */
  endpoint: string;
}

const channels = stored(STORAGE_KEYS.push, (value): Record<string, Subscribed> => {
  const entries = Object.entries(Object(value) as Record<string, Partial<Subscribed> | null>);
  const isValid = (entry: [string, Partial<Subscribed> | null]): entry is [string, Subscribed] =>
    (entry[1]?.wants === "mentions" || entry[1]?.wants === "all") && typeof entry[1].endpoint === "string";
  return Object.fromEntries(entries.filter(isValid));
});

/** Undefined also if the browser does not allow notifications any more. */
export function subscribedTo(channel: string): Subscribed | undefined {
  const all = channels.read();
  const isAllowed = globalThis.Notification?.permission === "granted";
  return isAllowed && Object.hasOwn(all, channel) ? all[channel] : undefined;
}

/** Returns the number of channels. */
export async function keepSubscribed(channel: string, subscribed: Subscribed | undefined): Promise<number> {
  const { [channel]: _before, ...others } = channels.read();
  const all = subscribed ? { ...others, [channel]: subscribed } : others;
  channels.write(all);
  await keepWorkerState();
  return Object.keys(all).length;
}

/** This browser is another person's from now on: each channel is subscribed to again when it is next opened. */
export function forgetEndpoints(): void {
  channels.write(Object.fromEntries(Object.entries(channels.read()).map(([name, { wants }]) => [name, { wants, endpoint: "" }])));
}

/** Without sentences, those from before stay. */
export async function keepWorkerState(sentences?: WorkerSentences): Promise<void> {
  const wants = Object.entries(channels.read()).map(([channel, { wants }]) => [channel, wants] as const);
  await writeWorkerState({
    ...(sentences ?? (await readWorkerState())),
    wants: Object.fromEntries(wants),
  }).catch(() => undefined); // no storage: pushes then show the latest message
}
