/** The draft of each channel, kept in this browser. If two tabs write one, the last write wins. */
import { STORAGE_KEYS, storedText } from "~/ui/stored";

/** Of a longer draft, the beginning is kept. The box takes no longer text. */
export const MAX_DRAFT = 40_000; // UTF-16 units

const stored = (channel: string) => storedText(STORAGE_KEYS.draft + channel);

/** Empty if there is none. */
export function draftOf(channel: string): string {
  return stored(channel).read().slice(0, MAX_DRAFT);
}

export function keepDraft(channel: string, text: string): void {
  stored(channel).write(text.slice(0, MAX_DRAFT));
}
