/** New messages as a screen reader is told of them: one in its words, several by their number. */
import type { Message } from "~/shared/protocol";
import { wordsOf } from "~/markdown/parse";
import { strings } from "~/strings";

const LONGEST = 200; // characters; a longer one is there to be read

/** Empty where there is nothing to tell. */
export function announcement(messages: readonly Message[]): string {
  const [only] = messages;
  if (!only) return "";
  if (messages.length > 1) return strings.announcer.many(messages.length);
  const words = wordsOf(only.text);
  return strings.announcer.one(only.user.name, words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);
}
