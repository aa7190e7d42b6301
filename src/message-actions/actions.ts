/** What a user can do with a message. */
import type { Channel } from "~/channel/create-channel";
import type { Composer } from "~/composer/ComposerProvider";
import type { Message } from "~/shared/protocol";
import type { Toasts } from "~/toasts/create-toasts";
import { textOrFiles } from "~/shared/text-or-files";
import { copyText } from "~/ui/copy-text";
import { messageHref } from "~/shared/message-link";
import { onDemandStrings, strings } from "~/strings/current";

export type Action = "react" | "reply" | "edit" | "copy" | "link" | "delete" | "report";

interface Owners {
  channel: Pick<Channel, "name" | "changes">;
  composer: Pick<Composer, "reply" | "startEditing">;
  toasts: Pick<Toasts, "show">;
}

/** Runs an action. `react` and `report` are not among them: they need an emoji or a reason first. */
export function runAction(
  action: Exclude<Action, "react" | "report">,
  message: Message,
  { channel, composer, toasts }: Owners,
): void {
  const { copied, notCopied } = onDemandStrings().messageActions;
  const copy = async (text: string, otherwise: string) => toasts.show({ text: (await copyText(text)) ? copied : otherwise });
  const link = location.origin + messageHref(channel.name, message.id);
  if (action === "reply") composer.reply(message);
  else if (action === "edit") composer.startEditing(message);
  else if (action === "delete") channel.changes.delete(message.id);
  else if (action === "copy") void copy(textOrFiles(message), notCopied);
  else void copy(link, strings().copyLink.failed(link));
}
