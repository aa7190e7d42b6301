/** One line of chat, and what begins with it: a day, a group of its author's messages, or what is new. */
import { Show } from "solid-js";
import type { Clock } from "~/ui/clock";
import type { Chat } from "~/channel/create-channel";
import type { Line } from "./lines";
import { mentionsName } from "~/people/mentions";
import { strings } from "~/strings";
import { Avatar } from "~/people/Avatar";
import { DayDivider } from "./DayDivider";
import { Markdown } from "~/markdown/Markdown";
import { onDemand } from "~/ui/on-demand";
import { PersonName } from "~/people/PersonName";
import { Quote } from "./Quote";
import { Reactions } from "~/message-actions/Reactions";
import "./MessageRow.css";

export const RowState = onDemand(import.meta.env.SSR || (() => import("./RowStatus").then((module) => module.RowState)));

interface MessageRowProps {
  line: Line;
  time: Clock;
  chat: Chat;
  /** The name that its reader goes by. */
  you: string;
  /** Its number for `measure`, which is given the row as soon as it exists. */
  index: number;
  measure: (row: HTMLLIElement) => void;
}

export function MessageRow(props: MessageRowProps) {
  const row = () => props.line.row;
  const measured = (item: HTMLLIElement) => {
    item.dataset.index = String(props.index); // below, it would be set too late
    props.measure(item);
  };
  const isForYou = () => !row().own && !row().deleted && mentionsName(row().text, props.you);
  const when = () => (
    <time dateTime={new Date(row().at).toISOString()} title={props.time.long(row().at)}>
      {props.time.short(row().at)}
    </time>
  );
  return (
    <li
      ref={measured}
      class="message"
      tabindex="-1"
      data-index={props.index}
      data-id={row().message?.id}
      classList={{
        own: row().own,
        pending: row().unsent !== undefined,
        headed: props.line.headed,
        "mentions-you": isForYou(),
      }}
    >
      {props.line.day && <DayDivider at={row().at} time={props.time} />}
      {props.line.fresh && (
        <p class="fresh">
          <span>{strings.messageRow.fresh}</span>
        </p>
      )}
      <Show when={props.line.headed} fallback={when()}>
        <Avatar user={row().user} />
        <div class="by">
          <PersonName user={row().user} chat={props.chat} />
          {when()}
        </div>
      </Show>
      {row().reply !== undefined && !row().deleted && <Quote id={row().reply!} chat={props.chat} />}
      <div class="body" dir="auto">
        <div class="text" classList={{ quiet: row().deleted }}>
          {row().deleted ? strings.messageRow.deleted : <Markdown text={row().text} you={props.you} />}
        </div>
        {edited(row().message?.editedAt, props.time)}
        <Reactions row={row()} chat={props.chat} />
        <Show when={row().unsent ?? props.chat.editOf(row().message?.id)}>
          <RowState row={row()} chat={props.chat} />
        </Show>
      </div>
    </li>
  );
}

function edited(at: number | undefined, time: Clock) {
  if (at === undefined) return undefined;
  return (
    <time class="edited" dateTime={new Date(at).toISOString()} title={strings.messageRow.editedAt(time.long(at))}>
      {strings.messageRow.edited}
    </time>
  );
}
