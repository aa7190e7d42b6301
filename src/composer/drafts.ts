/** The draft of each channel, kept in this browser. If two tabs write one, the last write wins. */
import { STORAGE_KEYS, storedText } from "~/ui/stored";

const stored = (channel: string) => storedText(STORAGE_KEYS.draft + channel);

/** Empty if there is none. */
export function draftOf(channel: string): string {
  return stored(channel).read();
}

export function keepDraft(channel: string, text: string): void {
  stored(channel).write(text);
}
