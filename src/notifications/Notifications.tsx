/** Tells of what is said to who does not see it: while the page is hidden, and to who listens to it. */
import { createUnseen } from "./create-notifications";
import type { Chat } from "~/channel/create-channel";
import { Announcer } from "./Announcer";

export function Unseen(props: { chat: Chat; channel: string }) {
  createUnseen(props.chat, props.channel);
  return <Announcer chat={props.chat} />;
}
