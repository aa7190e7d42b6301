/** Announces others' new messages to screen readers: merged, and at most once every few seconds. */
import { createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import { announcement } from "./announcement";
import { othersAfter } from "~/channel/new-messages";
import { useChannel } from "~/channel/ChannelProvider";

const MIN_INTERVAL = 4_000; // ms

export function Announcer() {
  const { people, timeline } = useChannel();
  const [text, setText] = createSignal("");
  let announced: { epoch: string; id: number } | undefined; // the last message that was announced
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const announce = () => {
    timer = undefined;
    const { epoch, messages } = timeline();
    const newest = messages.at(-1)?.id ?? 0;
    const isFirstLoad = announced?.epoch !== epoch; // its messages are read in the list, not announced
    const next = isFirstLoad ? "" : announcement(othersAfter(messages, announced!.id, people().you.id));
    announced = { epoch, id: newest };
    if (next === "") return;
    if (next === text()) setText(""); // or the same text would be no change
    setTimeout(() => setText(next));
    timer = setTimeout(announce, MIN_INTERVAL);
  };
  createEffect(on(timeline, () => (timer ??= setTimeout(announce))));

  return (
    <p class="for-ears" aria-live="polite">
      <Show when={text()} keyed>
        {(text) => <span lang="">{text}</span>}
      </Show>
    </p>
  );
}
