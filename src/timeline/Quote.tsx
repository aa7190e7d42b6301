/** The message that another one answers, in one line; it leads there. */
import { createMemo, Show } from "solid-js";
import type { Chat } from "~/channel/create-channel";
import { wordsOf } from "~/markdown/parse";
import { strings } from "~/strings";
import { PersonName } from "~/people/PersonName";
import "./Quote.css";

const LONGEST = 140; // characters; the line is cut where it ends

export function Quote(props: { id: number; chat: Chat }) {
  const source = createMemo(() => props.chat.messageOf(props.id));
  const text = () => {
    const message = source();
    if (!message) return strings.quote.unknown;
    return message.deleted ? strings.quote.deleted : wordsOf(message.text).slice(0, LONGEST);
  };
  return (
    <button class="quote" onClick={() => props.chat.show(props.id)}>
      <span class="for-ears">{strings.quote.before}</span>
      <Show when={source()}>{(message) => <PersonName user={message().user} chat={props.chat} />}</Show>
      <span class="quote-text" dir="auto" classList={{ "quote-nothing": !source() || source()!.deleted === true }}>
        {text()}
      </span>
    </button>
  );
}
