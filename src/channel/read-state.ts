/** The read state: the last message that was read in each channel, kept in this browser and shared by its tabs. */
import type { ReadMark } from "~/shared/unread";
import { onStorageChange, stored, STORAGE_KEYS } from "~/ui/stored";

export type { ReadMark } from "~/shared/unread";

const PREFIX = STORAGE_KEYS.readMark;

const mark = (channel: string) => stored(PREFIX + channel, parseReadMark);

/** Undefined if nothing was read yet, or nothing can be stored. */
export function lastRead(channel: string): ReadMark | undefined {
  return mark(channel).read();
}

/** Never moves a mark back, not even one that another tab has set. */
export function keepLastRead(channel: string, read: ReadMark): void {
  const before = lastRead(channel);
  if (before?.epoch === read.epoch && before.id >= read.id) return;
  mark(channel).write(read);
}

/** Calls `listener` with the name of a channel that was read in another tab. */
export function onReadInOtherTab(listener: (channel: string) => void): void {
  onStorageChange((key) => key?.startsWith(PREFIX) && listener(key.slice(PREFIX.length)));
}

/** The mark that was stored, if it is one. */
export function parseReadMark(value: unknown): ReadMark | undefined {
  const { epoch, id } = Object(value) as Record<string, unknown>;
  return typeof epoch === "string" && epoch !== "" && Number.isSafeInteger(id) ? { epoch, id: id as number } : undefined;
}
