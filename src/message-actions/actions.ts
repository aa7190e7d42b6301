/** What a user can do with a message. */
import type { Channel } from "~/channel/create-channel";
import type { Composer } from "~/composer/ComposerProvider";
import type { Message } from "~/shared/protocol";
import type { Toasts } from "~/toasts/create-toasts";
import { copyText } from "~/ui/copy-text";
import { onDemandStrings } from "~/strings/current";

export type Action = "react" | "reply" | "edit" | "copy" | "delete" | "report";

interface Owners {
  channel: Pick<Channel, "changes">;
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
  if (action === "reply") composer.reply(message);
  else if (action === "edit") composer.startEditing(message);
  else if (action === "delete") channel.changes.delete(message.id);
  else void copyText(message.text).then((isCopied) => toasts.show({ text: isCopied ? copied : notCopied }));
}
