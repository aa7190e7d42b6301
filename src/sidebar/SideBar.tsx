/** The visited channels, the box that opens another one, and the settings button. */
import Settings from "lucide/dist/esm/icons/settings.mjs";
import X from "lucide/dist/esm/icons/x.mjs";
import { For, type JSX, Show } from "solid-js";
import { LOBBY } from "~/shared/channel-name";
import type { createVisited } from "./create-visited";
import { sortedByName } from "./visited";
import type { ShownUnread } from "./UnreadCounts";
import { ChannelLink } from "./ChannelLink";
import { Icon } from "~/ui/Icon";
import { strings } from "~/strings/current";
import { OpenChannel } from "./OpenChannel";
import "./SideBar.css";

interface SideBarProps {
  /** The current channel. It is listed before the stored list is read. */
  channel: string;
  visited: ReturnType<typeof createVisited>;
  unread: (channel: string) => ShownUnread | undefined;
  openSettings: () => void;
  /** The button that searches the visited channels. */
  search: JSX.Element;
  /** Given if the side bar is in a drawer. */
  close?: () => void;
}

export function SideBar(props: SideBarProps) {
  const names = () => {
    const known = sortedByName(props.visited.list()).map(({ name }) => name);
    return known.includes(props.channel) ? known : [props.channel, ...known];
  };
  const isPinned = (channel: string) => props.visited.list().some(({ name, pinned }) => pinned && name === channel);

  return (
    <div class="side-bar-content">
      <div class="side-bar-head">
        <a class="home" href="/" aria-label={strings().shell.home}>
          <img src="/favicon.svg" alt="" width="28" height="28" />
          <span>{strings().app.name}</span>
        </a>
        <Show when={props.close}>
          {(close) => (
            <button class="icon-button" aria-label={strings().shell.close} onClick={() => close()()}>
              <Icon of={X} />
            </button>
          )}
        </Show>
      </div>
      <OpenChannel label={strings().openChannel.label} known={[...new Set([LOBBY, ...names()])]} />
      <ul class="channel-links">
        <For each={names()}>
          {(name) => (
            <ChannelLink
              name={name}
              isCurrent={name === props.channel}
              isPinned={isPinned(name)}
              unread={props.unread(name)}
              pin={() => props.visited.pin(name, !isPinned(name))}
              forget={() => props.visited.forget(name)}
            />
          )}
        </For>
      </ul>
      <div class="side-bar-foot">
        <button class="side-bar-settings" aria-haspopup="dialog" onClick={() => props.openSettings()}>
          <Icon of={Settings} size={18} /> {strings().settings.title}
        </button>
        {props.search}
      </div>
    </div>
  );
}
