/** A message that was found: a link to its place, with the words marked. */
import { For, Show, type JSX } from "solid-js";
import { summaryOf } from "~/markdown/parse";
import { messageHref } from "~/shared/message-link";
import type { Message } from "~/shared/protocol";
import { pageLocale } from "~/strings/load";
import { clock } from "~/ui/clock";
import { marked } from "./marked";
import "./FoundMessage.css";

interface FoundMessageProps {
  channel: string;
  message: Message;
  /** What was searched for. */
  text: string;
  author: JSX.Element;
  /** Called before the link is followed. */
  close: () => void;
}

export function FoundMessage(props: FoundMessageProps) {
  const time = clock(pageLocale());
  return (
    <li class="found-message">
      <a href={messageHref(props.channel, props.message.id)} onClick={() => props.close()}>
        <span class="found-by">
          {props.author}
          <time dateTime={new Date(props.message.at).toISOString()}>{time.long(props.message.at)}</time>
        </span>
        <span class="found-text" dir="auto" lang="">
          <For each={marked(summaryOf(props.message), props.text)}>
            {(part) => (
              <Show when={part.isFound} fallback={part.text}>
                <mark>{part.text}</mark>
              </Show>
            )}
          </For>
        </span>
      </a>
    </li>
  );
}
