/** What a person can do on a message; choosing an emoji is another matter. */
import { copy } from "~/copy";
import type { Message } from "~/protocol";
import { strings } from "~/strings";
import type { Chat } from "./create-chat";

export type Action = "react" | "reply" | "edit" | "copy" | "delete";

export function actOn(chat: Chat, message: Message, action: Exclude<Action, "react">): void {
  const { copied, notCopied } = strings.messageActions;
  if (action === "reply") chat.setReplyTo(message);
  else if (action === "edit") chat.setEditing(message);
  else if (action === "delete") chat.remove(message.id);
  else void copy(message.text).then((done) => chat.notices.tell({ text: done ? copied : notCopied }));
}
