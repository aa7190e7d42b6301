/** What a person can do on a message; choosing an emoji is another matter. */
import { copy } from "~/ui/copy-text";
import type { Message } from "~/shared/protocol";
import { strings } from "~/strings";
import type { Chat } from "~/channel/create-channel";

export type Action = "react" | "reply" | "edit" | "copy" | "delete";

export function actOn(chat: Chat, message: Message, action: Exclude<Action, "react">): void {
  const { copied, notCopied } = strings.messageActions;
  if (action === "reply") chat.setReplyTo(message);
  else if (action === "edit") chat.setEditing(message);
  else if (action === "delete") chat.remove(message.id);
  else void copy(message.text).then((done) => chat.notices.tell({ text: done ? copied : notCopied }));
}
