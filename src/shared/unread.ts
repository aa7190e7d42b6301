/** How much was said in other channels since they were read: what is asked of `/api/unread`, and what it answers. */
import type { ReadMark } from "~/channel/read-state";

/** The most channels that one request asks about. */
export const MOST_ASKED = 20;

/** The query about the first of `channels` that have a mark; `undefined` where there is nothing to ask. */
export function unreadQuery(channels: readonly string[], markOf: (channel: string) => ReadMark | undefined): string | undefined {
  const asked = channels.flatMap((channel) => {
    const mark = markOf(channel);
    return mark ? [["c", `${channel}~${mark.epoch}~${mark.id}`]] : [];
  });
  return asked.length > 0 ? String(new URLSearchParams(asked.slice(0, MOST_ASKED))) : undefined;
}

/** The unread messages by channel, in an answer that is one. */
export function countsIn(answer: unknown): Map<string, number> {
  const counts = Object.entries(Object(answer) as Record<string, unknown>);
  return new Map(counts.filter((count): count is [string, number] => Number.isSafeInteger(count[1])));
}
