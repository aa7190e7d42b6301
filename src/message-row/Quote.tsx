/** The message that a reply answers, in one line. A click scrolls to it. */
import { createMemo, Show } from "solid-js";
import { useChannel, useViewport } from "~/channel/ChannelProvider";
import { summaryOf } from "~/markdown/parse";
import { PersonName } from "~/people/PersonName";
import { strings } from "~/strings/current";
import "./Quote.css";

const MAX_LENGTH = 140; // UTF-16 units; the style sheet cuts the line where it ends

export function Quote(props: { id: number }) {
  const channel = useChannel();
  const viewport = useViewport();
  const source = createMemo(() => channel.quoteOf(props.id));
  /** Whether the page says something in place of the text. */
  const isOurs = () => !source() || source()!.deleted === true;
  const text = () => {
    const message = source();
    if (!message) return strings().quote.unknown;
    return message.deleted ? strings().quote.deleted : summaryOf(message).slice(0, MAX_LENGTH);
  };
  return (
    <button class="quote" onClick={() => viewport.scrollTo(props.id)}>
      <span class="for-ears">{strings().quote.before}</span>
      <Show when={source()}>{(message) => <PersonName user={message().user} />}</Show>
      <Show when={text()} keyed>
        {(text) => (
          <span class="quote-text" dir="auto" lang={isOurs() ? undefined : ""} classList={{ "quote-nothing": isOurs() }}>
            {text}
          </span>
        )}
      </Show>
    </button>
  );
}
