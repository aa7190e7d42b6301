/** What a person can do on a message; choosing an emoji is another matter. */
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

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text); // there is no clipboard on pages without https, and some browsers ask first
  }
}

function copyBySelection(text: string): boolean {
  const had = document.activeElement;
  const box = document.createElement("textarea");
  box.className = "for-ears";
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  if (had instanceof HTMLElement) had.focus();
  return done;
}
