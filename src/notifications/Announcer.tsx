/** Tells a screen reader of what others say: now and then, and merged, so that a lively talk does not drown the reader. */
import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { announcement } from "./announcement";
import { othersAfter } from "~/channel/new-messages";
import type { Chat } from "~/channel/create-channel";

const EVERY = 4_000; // ms

export function Announcer(props: { chat: Chat }) {
  const [words, setWords] = createSignal("");
  let told: { epoch: string; id: number } | undefined; // up to which message
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const tell = () => {
    timer = undefined;
    const { epoch, messages } = props.chat.timeline();
    const newest = messages.at(-1)?.id ?? 0;
    const isKnown = told?.epoch === epoch; // else the first load of a history: that is to be read, not told
    const said = isKnown ? announcement(othersAfter(messages, told!.id, props.chat.people().you.id)) : "";
    told = { epoch, id: newest };
    if (said === "") return;
    if (said === words()) setWords(""); // the same words once more are no change
    setTimeout(() => setWords(said));
    timer = setTimeout(tell, EVERY);
  };
  createEffect(on(props.chat.timeline, () => (timer ??= setTimeout(tell))));

  return (
    <p class="for-ears" aria-live="polite">
      {words()}
    </p>
  );
}
