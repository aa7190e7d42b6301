/** The read state: the last message that was read in each channel, kept in this browser and shared by its tabs. */
import type { ReadMark } from "~/shared/unread";
import { stored } from "~/ui/stored";

export type { ReadMark } from "~/shared/unread";

/** The storage key of a channel's mark is this and the channel's name. */
export const READ_KEY = "edgewise:read:";

const mark = (channel: string) => stored(READ_KEY + channel, parse);

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

function parse(value: unknown): ReadMark | undefined {
  const { epoch, id } = Object(value) as Record<string, unknown>;
  return typeof epoch === "string" && epoch !== "" && Number.isSafeInteger(id) ? { epoch, id: id as number } : undefined;
}
