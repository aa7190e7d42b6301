/** Where a message is written: Enter sends, Shift+Enter breaks the line. */
import { createSignal, createUniqueId } from "solid-js";
import type { Chat } from "~/chat/create-chat";
import { cleanText, textProblem } from "~/text";
import { NameBox } from "./NameBox";

export function Composer(props: { chat: Chat; channel: string }) {
  const problemId = createUniqueId();
  const [problem, setProblem] = createSignal<string>();
  let box!: HTMLTextAreaElement;

  const send = () => {
    const text = cleanText(box.value);
    const found = text === "" ? undefined : textProblem(text);
    setProblem(found?.message);
    if (!found && text !== "") {
      props.chat.say(text);
      box.value = "";
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
