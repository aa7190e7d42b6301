/** Where a message is written: Enter sends, Shift+Enter breaks the line. */
import { createEffect, createSignal, createUniqueId, on, onMount } from "solid-js";
import type { Chat } from "~/chat/create-chat";
import { draftOf, keepDraft } from "~/chat/drafts";
import { cleanText, textProblem } from "~/text";
import { NameBox } from "./NameBox";
import "./Composer.css";

export function Composer(props: { chat: Chat; channel: string }) {
  const problemId = createUniqueId();
  const [problem, setProblem] = createSignal<string>();
  let box!: HTMLTextAreaElement;

  const write = (text: string) => {
    box.value = text;
    keepDraft(props.channel, text);
  };

  // What was typed before the script came, or what the browser put back, goes before the draft
  onMount(() => (box.value === "" ? (box.value = draftOf(props.channel)) : keepDraft(props.channel, box.value)));

  createEffect(
    on(
      () => props.chat.handedBack(),
      (back) => {
        if (!back) return;
        write(box.value === "" ? back.text : `${back.text}\n${box.value}`);
        box.focus();
      },
      { defer: true },
    ),
  );

  const send = () => {
    const text = cleanText(box.value);
    const found = text === "" ? undefined : textProblem(text);
    setProblem(found?.message);
    if (!found && text !== "") {
      props.chat.say(text);
      write("");
    }
    box.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // while an input method composes, Enter belongs to it
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <NameBox chat={props.chat} />
      <textarea
        ref={box}
        class="composer-text"
        rows="1"
        dir="auto"
        aria-label={`Message to ${props.channel}`}
        aria-describedby={problemId}
        placeholder="Write a message"
        enterkeyhint="send"
        onInput={() => {
          setProblem(undefined);
          keepDraft(props.channel, box.value);
          props.chat.type();
        }}
        onKeyDown={onKeyDown}
      />
      <button class="composer-send">Send</button>
      <p class="problem" id={problemId} role="alert">
        {problem()}
      </p>
      <noscript>
        <p class="problem">You can read without JavaScript; to write, switch it on.</p>
      </noscript>
    </form>
  );
}
