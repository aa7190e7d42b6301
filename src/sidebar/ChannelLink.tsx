/** A channel in the side bar: its link and unread count, and buttons to pin it, copy its link and forget it. */
import Pin from "lucide/dist/esm/icons/pin.mjs";
import X from "lucide/dist/esm/icons/x.mjs";
import { Show } from "solid-js";
import { hrefOf } from "~/shared/channel-name";
import { CopyLink } from "~/ui/CopyLink";
import { Icon } from "~/ui/Icon";
import type { ShownUnread } from "./UnreadCounts";
import { strings } from "~/strings/current";
import "./ChannelLink.css";

interface ChannelLinkProps {
  name: string;
  isCurrent: boolean;
  isPinned: boolean;
  unread: ShownUnread | undefined;
  pin: () => void;
  forget: () => void;
}

export function ChannelLink(props: ChannelLinkProps) {
  let line!: HTMLLIElement;
  /** The focused button disappears with its line, so the focus moves to the next line, or to the one before. */
  const forget = () => {
    const next = line.nextElementSibling ?? line.previousElementSibling;
    props.forget();
    next?.querySelector("a")?.focus();
  };
  return (
    <li
      ref={line}
      class="channel-link"
      classList={{ current: props.isCurrent, pinned: props.isPinned, "has-unread": props.unread !== undefined }}
    >
      <a href={hrefOf(props.name)} aria-current={props.isCurrent ? "page" : undefined}>
        <span class="channel-link-name" dir="ltr">
          <span class="head-slash" aria-hidden="true">
            /
          </span>
          <bdi lang="">{props.name}</bdi>
        </span>
        <Show when={props.unread} keyed>
          {(unread) => (
            <span class="unread" classList={{ other: !unread.isMention }}>
              {unread.n > 99 ? "99+" : unread.n}
              <span class="for-ears"> {unread.words}</span>
            </span>
          )}
        </Show>
      </a>
      <button
        class="icon-button channel-link-pin"
        aria-pressed={props.isPinned}
        aria-label={strings().channelLink.pin(props.name)}
        title={strings().channelLink.pin(props.name)}
        onClick={() => props.pin()}
      >
        <Icon of={Pin} size={16} />
      </button>
      <CopyLink channel={props.name} />
      <Show when={!props.isCurrent}>
        <button
          class="icon-button"
          aria-label={strings().channelLink.forget(props.name)}
          title={strings().channelLink.forget(props.name)}
          onClick={forget}
        >
          <Icon of={X} size={16} />
        </button>
      </Show>
    </li>
  );
}
