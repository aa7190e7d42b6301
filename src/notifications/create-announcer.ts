/** The text for screen readers about others' new messages: merged, and changed at most once every few seconds. */
import { createEffect, createSignal, on, onCleanup, onMount, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import { othersAfter } from "~/channel/new-messages";
import { lastRead, onReadInOtherTab } from "~/channel/read-state";
import { createReading } from "~/channel/reading";
import { announcement } from "./announcement";

const MIN_INTERVAL = 4_000; // ms

/** What comes while the user is not reading is announced on return, in one sentence, unless another window has shown it. */
export function createAnnouncer({ name, people, timeline }: Pick<Channel, "name" | "people" | "timeline">): Accessor<string> {
  const isReading = createReading();
  const [text, setText] = createSignal("");
  let announced: { epoch: string; id: number } | undefined; // the last message that was announced
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const announce = () => {
    timer = undefined;
    const { epoch, messages } = timeline();
    const isFirstLoad = announced?.epoch !== epoch; // its messages are read in the list, not announced
    if (!isFirstLoad && !isReading()) return;
    const next = isFirstLoad ? "" : announcement(othersAfter(messages, announced!.id, people().you.id));
    announced = { epoch, id: messages.at(-1)?.id ?? 0 };
    if (next === "") return;
    if (next === text()) setText(""); // or the same text would be no change
    setTimeout(() => setText(next));
    timer = setTimeout(announce, MIN_INTERVAL);
  };
  createEffect(on([timeline, isReading], () => (timer ??= setTimeout(announce))));
  onMount(() =>
    onReadInOtherTab((channel) => {
      const read = channel === name ? lastRead(name) : undefined;
      if (!isReading() && read && read.epoch === announced?.epoch) announced.id = Math.max(announced.id, read.id);
    }),
  );
  return text;
}
