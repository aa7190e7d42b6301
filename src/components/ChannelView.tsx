/** A channel on screen: its head, its messages, and where to write. */
import { Title } from "@solidjs/meta";
import { Show } from "solid-js";
import { LOBBY } from "~/channel-name";
import { createChat } from "~/chat/create-chat";
import type { Page } from "~/page";
import { strings } from "~/strings";
import { ChannelHead } from "./ChannelHead";
import { Composer } from "./Composer";
import { KeyMapKey } from "./KeyMapKey";
import { Later, whenIdle } from "./Later";
import { MessageList } from "./MessageList";
import { RowState } from "./MessageRow";
import { NameBox } from "./NameBox";
import { Notice, NoticeLine } from "./Notice";
import { onDemand } from "./on-demand";
import { Welcome } from "./Welcome";
import "./ChannelView.css";

const ConnectionBar = onDemand(import.meta.env.SSR || (() => import("./ConnectionBar").then((module) => module.ConnectionBar)));
const Unseen = onDemand(import.meta.env.SSR || (() => import("./Unseen").then((module) => module.Unseen)));

export function ChannelView(props: { channel: string; page: Page | undefined }) {
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
