/** One line of chat. */
import { Show } from "solid-js";
import type { Clock } from "~/chat/clock";
import type { Chat } from "~/chat/create-chat";
import type { Row } from "~/chat/rows";
import { UnsentState } from "./UnsentState";
import "./MessageRow.css";

/** Colours that tell people apart; `app.css` says which. */
const HUES = 12;

interface MessageRowProps {
  row: Row;
  time: Clock;
  chat: Chat;
  /** Its number for `measure`, which is given the row as soon as it exists. */
  index: number;
  measure: (row: HTMLLIElement) => void;
}

export function MessageRow(props: MessageRowProps) {
  const measured = (row: HTMLLIElement) => {
    row.dataset.index = String(props.index); // below, it would be set too late
    props.measure(row);
  };
  return (
    <li
      ref={measured}
      class="message"
      data-index={props.index}
      classList={{ own: props.row.own, pending: props.row.unsent !== undefined }}
    >
      <bdi class={`author hue-${hueOf(props.row.user.id)}`}>{props.row.user.name}</bdi>
      <time dateTime={new Date(props.row.at).toISOString()} title={props.time.long(props.row.at)}>
        {props.time.short(props.row.at)}
      </time>
      <p class="text" dir="auto" classList={{ quiet: props.row.deleted }}>
        {props.row.deleted ? "This message was deleted." : props.row.text}
      </p>
      <Show when={props.row.unsent}>{(unsent) => <UnsentState unsent={unsent()} chat={props.chat} />}</Show>
    </li>
  );
}

function hueOf(id: string): number {
  let sum = 0;
  for (const char of id) sum += char.charCodeAt(0);
  return sum % HUES;
}
