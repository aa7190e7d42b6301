/** The row of one message, with what it begins: a day, a group of its author's messages, or the unread messages. */
import { Show } from "solid-js";
import { isServer } from "solid-js/web";
import { useChannel } from "~/channel/ChannelProvider";
import { MessageFiles } from "~/files/MessageFiles";
import { mentionsName } from "~/markdown/parse";
import { Reactions } from "~/message-actions/Reactions";
import { Avatar } from "~/people/Avatar";
import { PersonName } from "~/people/PersonName";
import { messageHref } from "~/shared/message-link";
import { bidiEndOf } from "~/shared/shown-text";
import type { Clock } from "~/ui/clock";
import { onDemand } from "~/ui/on-demand";
import { strings } from "~/strings/current";
import { DayDivider } from "./DayDivider";
import { MessageText } from "./MessageText";
import { Quote } from "./Quote";
import type { RowLayout } from "./row-layout";
import "./LinkPreview.css";
import "./MessageRow.css";

const RoleBadge = onDemand(import.meta.env.SSR || (() => import("~/people/RoleBadge").then((module) => module.RoleBadge)));
export const LinkPreview = onDemand(import.meta.env.SSR || (() => import("./LinkPreview").then((module) => module.LinkPreview)));
export const RowStatus = onDemand(import.meta.env.SSR || (() => import("./RowStatus").then((module) => module.RowStatus)));

interface MessageRowProps {
  layout: RowLayout;
  time: Clock;
  /** The reader's name: a message that mentions it stands out. */
  ownName: string;
  /** Its place in the list, counted from the end. */
  place: number;
  /** Whether the page's address names this message (W32). */
  isLinked: boolean;
  /** Runs a change that makes a row higher, and keeps its top in place. */
  grow: (row: HTMLLIElement, change: () => void) => void;
}

export function MessageRow(props: MessageRowProps) {
  const channel = useChannel();
  const item = () => props.layout.item;
  const mentionsReader = () => !item().own && !item().deleted && mentionsName(item().text, props.ownName);
  const writtenAt = () => (
    <Show when={props.time.short(item().at)} keyed>
      {(time) => (
        <a class="at" href={item().message && messageHref(channel.name, item().message!.id)} tabindex="-1">
          <time dateTime={new Date(item().at).toISOString()} title={props.time.long(item().at)}>
            {time}
          </time>
        </a>
      )}
    </Show>
  );
  return (
    <li
      class="message"
      tabindex="-1"
      autofocus={isServer && props.isLinked} // so that the page opens there, also without JavaScript
      data-index={props.place}
      data-id={item().message?.id}
      aria-current={props.isLinked || undefined}
      classList={{
        own: item().own,
        pending: item().unsent !== undefined,
        linked: props.isLinked,
        headed: props.layout.startsGroup,
        "mentions-you": mentionsReader(),
      }}
    >
      {props.layout.startsDay && <DayDivider at={item().at} time={props.time} />}
      {props.layout.startsUnread && (
        <p class="fresh">
          <span>{strings().messageRow.fresh}</span>
        </p>
      )}
      <Show when={props.layout.startsGroup} fallback={writtenAt()}>
        <Avatar user={item().user} />
        <div class="by">
          <PersonName user={item().user} />
          {writtenAt()}
          <Show when={channel.roleOf(item().user.id)}>{(role) => <RoleBadge role={role()} />}</Show>
        </div>
      </Show>
      {item().reply !== undefined && !item().deleted && <Quote id={item().reply!} />}
      <div class="body" dir="auto">
        <MessageText item={item()} you={props.ownName} grow={props.grow} />
        {bidiEndOf(item().text)}
        {edited(item().message?.editedAt, props.time)}
        <MessageFiles files={item().message?.files} />
        <Show when={item().message?.preview}>
          {(preview) => (
            <div class="link-preview" lang="">
              <LinkPreview preview={preview()} />
            </div>
          )}
        </Show>
        <Reactions message={item().message} />
        <Show when={item().unsent ?? channel.changes.editOf(item().message?.id)}>
          <RowStatus item={item()} />
        </Show>
      </div>
    </li>
  );
}

function edited(at: number | undefined, time: Clock) {
  if (at === undefined) return undefined;
  return (
    <time class="edited" dateTime={new Date(at).toISOString()} title={strings().messageRow.editedAt(time.long(at))}>
      {strings().messageRow.edited}
    </time>
  );
}
