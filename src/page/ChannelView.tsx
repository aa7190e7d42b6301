/** A channel on screen: its head, its messages, and where to write. */
import { Title } from "@solidjs/meta";
import { Show } from "solid-js";
import { LOBBY } from "~/shared/channel-name";
import { createChat } from "~/channel/create-channel";
import type { PageData } from "~/shared/page";
import { strings } from "~/strings";
import { ChannelHead } from "./ChannelHeader";
import { Composer } from "~/composer/Composer";
import { KeyMapKey } from "~/keyboard/KeyMapShortcut";
import { Later, whenIdle } from "~/ui/WhenIdle";
import { MessageList } from "~/timeline/MessageList";
import { RowState } from "~/timeline/MessageRow";
import { NameBox } from "~/composer/NameField";
import { Notice, NoticeLine } from "~/toasts/ToastRegion";
import { onDemand } from "~/ui/on-demand";
import { Welcome } from "./Welcome";
import "./ChannelView.css";

const ConnectionBar = onDemand(import.meta.env.SSR || (() => import("./ConnectionBar").then((module) => module.ConnectionBar)));
const Unseen = onDemand(import.meta.env.SSR || (() => import("~/notifications/Notifications").then((module) => module.Unseen)));

export function ChannelView(props: { channel: string; page: PageData | undefined }) {
  const chat = createChat(props.page?.snapshot);
  whenIdle(() => [RowState, NoticeLine].forEach(({ ask }) => void ask())); // shown when there may be no network to have them by
  return (
    <div class="channel" id="channel" tabindex="-1">
      <Title>{`${props.channel} · ${strings.app.name}`}</Title>
      <ChannelHead channel={props.channel} people={chat.people()} />
      <Show when={props.channel === LOBBY}>
        <Welcome />
      </Show>
      <div class="talk">
        <Later>
          <ConnectionBar waiting={chat.unsent().length} />
        </Later>
        <MessageList chat={chat} channel={props.channel} locale={props.page?.locale} timeZone={props.page?.timeZone} />
      </div>
      <footer class="writing">
        <Notice chat={chat} />
        <NameBox chat={chat} />
        <KeyMapKey>{(open) => <Composer chat={chat} channel={props.channel} openKeyMap={open} />}</KeyMapKey>
        <Later>
          <Unseen chat={chat} channel={props.channel} />
        </Later>
      </footer>
    </div>
  );
}
