/** The last message that was read in a channel in this browser: one line of storage a channel, which all tabs share. */
import type { ReadMark } from "~/shared/unread";

export const READ_KEY = "edgewise:read:"; // and the channel's name

/** The mark as it stands in storage, if it is one. */
export function readMarkIn(stored: string | null): ReadMark | undefined {
  try {
    const { epoch, id } = Object(JSON.parse(stored ?? "null")) as Record<string, unknown>;
    return typeof epoch === "string" && epoch !== "" && Number.isSafeInteger(id) ? { epoch, id: id as number } : undefined;
  } catch {
    return undefined;
  }
}

/** Absent where nothing was read yet, or there is no storage. */
export function lastRead(channel: string): ReadMark | undefined {
  try {
    return readMarkIn(localStorage.getItem(READ_KEY + channel));
  } catch {
    return undefined; // forbidden
  }
}

/** Never takes back what was read already, in another tab too. */
export function keepLastRead(channel: string, read: ReadMark): void {
  const before = lastRead(channel);
  if (before?.epoch === read.epoch && before.id >= read.id) return;
  try {
    localStorage.setItem(READ_KEY + channel, JSON.stringify(read));
  } catch {
    // forbidden or full: next time more counts as new than is
  }
}
