/** A channel on screen: its head, its messages, and where to write. */
import { createChat } from "~/chat/create-chat";
import type { Page } from "~/page";
import { ChannelHead } from "./ChannelHead";
import { Composer } from "./Composer";
import { KeyMapKey } from "./KeyMapKey";
import { MessageList } from "./MessageList";
import { Notice } from "./Notice";
import "./ChannelView.css";

export function ChannelView(props: { channel: string; page: Page | undefined }) {
  const chat = createChat(props.page?.snapshot);
  return (
    <div class="channel">
      <ChannelHead channel={props.channel} people={chat.people()} />
      <MessageList chat={chat} channel={props.channel} locale={props.page?.locale} timeZone={props.page?.timeZone} />
      <div class="writing">
        <Notice chat={chat} />
        <KeyMapKey>{(open) => <Composer chat={chat} channel={props.channel} openKeyMap={open} />}</KeyMapKey>
      </div>
    </div>
  );
}
