/** The emoji that this browser's user has used last, in all channels. */

const KEY = "emoji";
const MOST = 18;
/** For who has not used any yet. */
const USUAL = ["👍", "❤️", "😂"];

/** The latest first. */
export function recentEmoji(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((emoji) => typeof emoji === "string") : [];
  } catch {
    return [];
  }
}

/** The `n` most at hand: three that everyone uses, then one's own. */
export function handyEmoji(n: number): string[] {
  return [...new Set([...USUAL, ...recentEmoji()])].slice(0, n);
}

export function keepEmoji(emoji: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set([emoji, ...recentEmoji()])].slice(0, MOST)));
  } catch {
    // forbidden or full: then none is recent
  }
}
