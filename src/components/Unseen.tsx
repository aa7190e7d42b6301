/** Shows nothing: tells of what is said while the page is hidden. */
import { createUnseen } from "~/chat/create-unseen";
import type { Chat } from "~/chat/create-chat";

export function Unseen(props: { chat: Chat; channel: string }) {
  createUnseen(props.chat, props.channel);
  return null;
}
