/** The emoji that the user used last, in all channels, kept in this browser. */
import { stored, STORAGE_KEYS } from "~/ui/stored";

const MAX_RECENT = 18;
/** Offered first as quick reactions. */
const POPULAR = ["👍", "❤️", "😂"];

const recent = stored(STORAGE_KEYS.recentEmoji, (value) =>
  Array.isArray(value) ? value.filter((emoji): emoji is string => typeof emoji === "string") : [],
);

/** The latest first. */
export function recentEmoji(): string[] {
  return recent.read();
}

/** The first `n` quick reactions: three popular ones, then recent ones. */
export function quickReactions(n: number): string[] {
  return [...new Set([...POPULAR, ...recentEmoji()])].slice(0, n);
}

export function addRecentEmoji(emoji: string): void {
  recent.write([...new Set([emoji, ...recentEmoji()])].slice(0, MAX_RECENT));
}
