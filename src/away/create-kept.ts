/** Keeps a public channel for when there is no network, and shows what was kept if the page opens without one. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, createSignal, on, onCleanup, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import { timelineOf } from "~/channel/timeline";
import type { Status } from "~/socket/StrongSocket";
import { pageLanguage } from "~/strings/load";
import { tellWorker } from "./register";
import { keepSeen, MAX_SEEN, seenIn } from "./seen-messages";

const SAVE_AFTER = 1_000; // ms; what comes meanwhile is saved together

/** When the channel that the page shows from storage was last connected (Unix ms). Undefined once it is connected. */
export const [lastUpdate, setLastUpdate] = createSignal<number>();

type KeptChannel = Pick<Channel, "name" | "latest" | "setLatest" | "settings" | "refusal">;

export function createKept({ name, latest, setLatest, settings, refusal }: KeptChannel, status: Accessor<Status>): void {
  const isOnline = () => status() === "online";
  const isPrivate = () => refusal() !== undefined || settings().read === "members";
  let wasOnline = false;
  let connectedAt = 0; // Unix ms
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = () => {
    if (isPrivate()) void tellWorker({ channel: name });
    else if (isOnline()) void tellWorker({ channel: name, language: pageLanguage() });
  };
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    if (isOnline()) connectedAt = Date.now();
    if (!wasOnline || isPrivate()) return;
    const { epoch, messages, quotes, more } = latest();
    const seen = messages.slice(-MAX_SEEN);
    const isCut = seen.length < messages.length;
    void keepSeen(name, { epoch, messages: seen, quotes: [...(quotes?.values() ?? [])], more: more || isCut, at: connectedAt });
  };
  const restore = async () => {
    const seen = await seenIn(name);
    if (!seen || wasOnline || isPrivate()) return;
    setLastUpdate(seen.at);
    const { epoch, messages } = latest();
    const isNewer = epoch === "" || (epoch === seen.epoch && (messages.at(-1)?.id ?? 0) <= (seen.messages.at(-1)?.id ?? 0));
    const since = settings().keep > 0 ? Date.now() - settings().keep * 1_000 : 0;
    if (isNewer)
      setLatest(timelineOf({ ...seen, messages: seen.messages.filter(({ at }) => at >= since), quotes: [...seen.quotes] }));
  };

  createEffect(on([isOnline, isPrivate], tell));
  createEffect(() => {
    if (isOnline()) {
      wasOnline = true;
      setLastUpdate(undefined);
    } else if (status() === "offline" && !wasOnline) void restore();
  });
  createEffect(on([latest, isOnline], () => (timer ??= setTimeout(save, SAVE_AFTER))));
  makeEventListener(window, "pagehide", save);
  if (navigator.serviceWorker) makeEventListener(navigator.serviceWorker, "controllerchange", tell); // of a newer build
  onCleanup(() => {
    save();
    setLastUpdate(undefined);
  });
}
