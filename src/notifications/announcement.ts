/** The text by which a screen reader announces new messages: one by its words, several by their number. */
import type { Message } from "~/shared/protocol";
import { summaryOf } from "~/markdown/parse";
import { onDemandStrings } from "~/strings/current";

const MAX_LENGTH = 200; // UTF-16 units; a longer message can be read in the list

/** Empty if there is nothing to announce. */
export function announcement(messages: readonly Message[]): string {
  const [only] = messages;
  if (!only) return "";
  if (messages.length > 1) return onDemandStrings().jumpToLatest.label(messages.length);
  const words = summaryOf(only);
  return onDemandStrings().announcedMessage(only.user.name, words.length > MAX_LENGTH ? `${words.slice(0, MAX_LENGTH)}…` : words);
}
