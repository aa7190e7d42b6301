/** What is written and not yet sent, one text a channel; in two tabs the last to write wins. */

/** Empty where there is none, or no storage. */
export function draftOf(channel: string): string {
  try {
    return localStorage.getItem(keyOf(channel)) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(channel: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(keyOf(channel));
    else localStorage.setItem(keyOf(channel), text);
  } catch {
    // forbidden or full: it stays in its box
  }
}

function keyOf(channel: string): string {
  return `draft:${channel}`;
}
